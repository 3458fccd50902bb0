/** The journal of decisions. */
@NullMarked
package shopkeeper.persistence.decision;

import org.jspecify.annotations.NullMarked;
