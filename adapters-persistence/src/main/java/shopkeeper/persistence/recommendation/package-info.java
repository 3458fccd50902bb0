/** What was said of suggestions, in the log. */
@NullMarked
package shopkeeper.persistence.recommendation;

import org.jspecify.annotations.NullMarked;
