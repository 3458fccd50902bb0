/** Who may call what: every client has a key. */
@NullMarked
package shopkeeper.application.access;

import org.jspecify.annotations.NullMarked;
