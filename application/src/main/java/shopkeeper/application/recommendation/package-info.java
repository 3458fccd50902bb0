/** Suggesting products from what is kept in memory. */
@NullMarked
package shopkeeper.application.recommendation;

import org.jspecify.annotations.NullMarked;
