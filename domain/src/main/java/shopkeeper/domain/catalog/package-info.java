/** What the shop sells, and where. */
@NullMarked
package shopkeeper.domain.catalog;

import org.jspecify.annotations.NullMarked;
