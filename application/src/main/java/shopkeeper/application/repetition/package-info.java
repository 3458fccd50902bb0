/** A request that comes again under the same key: answered as before, and nothing done again. */
@NullMarked
package shopkeeper.application.repetition;

import org.jspecify.annotations.NullMarked;
