/** A request under an Idempotency-Key: done once, answered as often as it comes. */
@NullMarked
package shopkeeper.web.repetition;

import org.jspecify.annotations.NullMarked;
