/** Measures what models suggest against what really came. */
@NullMarked
package shopkeeper.bootstrap.evaluate;

import org.jspecify.annotations.NullMarked;
