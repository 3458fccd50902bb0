/** One answer to one question of one channel, with its reasons and its evidence. */
@NullMarked
package shopkeeper.domain.decision;

import org.jspecify.annotations.NullMarked;
