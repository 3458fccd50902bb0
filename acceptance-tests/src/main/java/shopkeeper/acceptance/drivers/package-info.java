/** The ways into the shop: its own ports, HTTP, and till messages over AMQP. */
@NullMarked
package shopkeeper.acceptance.drivers;

import org.jspecify.annotations.NullMarked;
