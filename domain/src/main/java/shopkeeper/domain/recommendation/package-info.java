/** What we suggest, counted from baskets, and why. */
@NullMarked
package shopkeeper.domain.recommendation;

import org.jspecify.annotations.NullMarked;
