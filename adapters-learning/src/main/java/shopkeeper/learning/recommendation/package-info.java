/** Models that need matrices or text to find candidates for a slate. */
@NullMarked
package shopkeeper.learning.recommendation;

import org.jspecify.annotations.NullMarked;
