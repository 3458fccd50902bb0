@NullMarked
package shopkeeper.messaging;

import org.jspecify.annotations.NullMarked;
