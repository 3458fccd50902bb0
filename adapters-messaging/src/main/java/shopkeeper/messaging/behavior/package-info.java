/** Sales and returns from tills. */
@NullMarked
package shopkeeper.messaging.behavior;

import org.jspecify.annotations.NullMarked;
