/** Gathering everything into one answer, journaling it, and honouring it in every channel. */
@NullMarked
package shopkeeper.application.decision;

import org.jspecify.annotations.NullMarked;
