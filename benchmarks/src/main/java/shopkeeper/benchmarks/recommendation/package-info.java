/** Accuracy on public data, and what a slate costs. */
@NullMarked
package shopkeeper.benchmarks.recommendation;

import org.jspecify.annotations.NullMarked;
