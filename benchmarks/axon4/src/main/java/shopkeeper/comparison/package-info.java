/** The same commands on Axon 4 and its JDBC engine. */
@NullMarked
package shopkeeper.comparison;

import org.jspecify.annotations.NullMarked;
