/** Publishing price books and asking for the public price. */
@NullMarked
package shopkeeper.application.pricing;

import org.jspecify.annotations.NullMarked;
