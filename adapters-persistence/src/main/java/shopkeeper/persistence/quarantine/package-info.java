/** What could not be taken in, kept for a person to look at. */
@NullMarked
package shopkeeper.persistence.quarantine;

import org.jspecify.annotations.NullMarked;
