/** Keeping products, stores and stock, and browsing them. */
@NullMarked
package shopkeeper.application.catalog;

import org.jspecify.annotations.NullMarked;
