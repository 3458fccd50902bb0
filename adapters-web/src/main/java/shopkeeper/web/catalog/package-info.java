/** What the shop sells and where, kept and browsed over the web. */
@NullMarked
package shopkeeper.web.catalog;

import org.jspecify.annotations.NullMarked;
