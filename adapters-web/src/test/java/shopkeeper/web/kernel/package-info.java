/** What every operation of the web shares, looked at from inside. */
@NullMarked
package shopkeeper.web.kernel;

import org.jspecify.annotations.NullMarked;
