/** Learning to rank: puts what many models say of a candidate together. */
@NullMarked
package shopkeeper.learning.ranking;

import org.jspecify.annotations.NullMarked;
