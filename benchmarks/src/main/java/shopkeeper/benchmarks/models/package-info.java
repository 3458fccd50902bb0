/** What training costs in a large shop, and a slate out of many products. */
@NullMarked
package shopkeeper.benchmarks.models;

import org.jspecify.annotations.NullMarked;
