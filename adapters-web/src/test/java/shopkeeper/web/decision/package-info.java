/** The door to decisions, looked at from inside. */
@NullMarked
package shopkeeper.web.decision;

import org.jspecify.annotations.NullMarked;
