/** What customers did: views, searches, carts, purchases and returns. */
@NullMarked
package shopkeeper.domain.behavior;

import org.jspecify.annotations.NullMarked;
