/** The sales in the log, and behavior in its own table. */
@NullMarked
package shopkeeper.persistence.behavior;

import org.jspecify.annotations.NullMarked;
