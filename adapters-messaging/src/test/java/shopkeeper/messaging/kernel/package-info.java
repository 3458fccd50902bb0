@NullMarked
package shopkeeper.messaging.kernel;

import org.jspecify.annotations.NullMarked;
