/** Load as customers make it: it comes when it comes, whether the shop keeps up or not. */
@NullMarked
package shopkeeper.benchmarks.load;

import org.jspecify.annotations.NullMarked;
