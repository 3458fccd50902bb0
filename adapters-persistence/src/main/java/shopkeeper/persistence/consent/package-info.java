/** The ledgers in the log, and the view of what stands. */
@NullMarked
package shopkeeper.persistence.consent;

import org.jspecify.annotations.NullMarked;
