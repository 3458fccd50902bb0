/** The words of the wire: CloudEvents, strict JSON, and what becomes of a message. */
@NullMarked
package shopkeeper.messaging.kernel;

import org.jspecify.annotations.NullMarked;
