/** The few words everybody in the shop uses; stays tiny. */
@NullMarked
package shopkeeper.domain.kernel;

import org.jspecify.annotations.NullMarked;
