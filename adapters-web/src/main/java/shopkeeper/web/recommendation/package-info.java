/** What is said of suggestions, over the web. */
@NullMarked
package shopkeeper.web.recommendation;

import org.jspecify.annotations.NullMarked;
