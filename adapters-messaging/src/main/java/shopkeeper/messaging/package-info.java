/** Store messaging: the till's way into the shop, over AMQP 1.0. */
@NullMarked
package shopkeeper.messaging;

import org.jspecify.annotations.NullMarked;
