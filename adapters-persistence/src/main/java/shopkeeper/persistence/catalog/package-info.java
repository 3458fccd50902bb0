/** The catalog in the log. */
@NullMarked
package shopkeeper.persistence.catalog;

import org.jspecify.annotations.NullMarked;
