/** What other systems are told, and in which words. */
@NullMarked
package shopkeeper.messaging.announcement;

import org.jspecify.annotations.NullMarked;
