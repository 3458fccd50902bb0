/** The broker in the house, who may do what there, and the platform's own line to it. */
@NullMarked
package shopkeeper.messaging.broker;

import org.jspecify.annotations.NullMarked;
