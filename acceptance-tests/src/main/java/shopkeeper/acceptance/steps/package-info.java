/** The sentences that features are made of. */
@NullMarked
package shopkeeper.acceptance.steps;

import org.jspecify.annotations.NullMarked;
