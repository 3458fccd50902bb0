/** The price books in the log. */
@NullMarked
package shopkeeper.persistence.pricing;

import org.jspecify.annotations.NullMarked;
