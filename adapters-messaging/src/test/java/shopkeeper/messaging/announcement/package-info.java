@NullMarked
package shopkeeper.messaging.announcement;

import org.jspecify.annotations.NullMarked;
