/** Whole shops that are taken in at once: a file of invoices, or a generated shop. */
@NullMarked
package shopkeeper.files.shopdata;

import org.jspecify.annotations.NullMarked;
