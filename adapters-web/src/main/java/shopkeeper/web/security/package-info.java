/** Who may call which operation. */
@NullMarked
package shopkeeper.web.security;

import org.jspecify.annotations.NullMarked;
