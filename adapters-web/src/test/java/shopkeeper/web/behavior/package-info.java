/** What every operation of the web shares, looked at from inside. */
@NullMarked
package shopkeeper.web.behavior;

import org.jspecify.annotations.NullMarked;
