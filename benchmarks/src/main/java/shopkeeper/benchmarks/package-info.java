/** The figures, and what the machine itself can do, since figures without that say little. */
@NullMarked
package shopkeeper.benchmarks;

import org.jspecify.annotations.NullMarked;
