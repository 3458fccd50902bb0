@NullMarked
package shopkeeper.messaging.decision;

import org.jspecify.annotations.NullMarked;
