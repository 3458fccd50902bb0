@NullMarked
package shopkeeper.messaging.broker;

import org.jspecify.annotations.NullMarked;
