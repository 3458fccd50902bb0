/** Price books, kept and browsed over the web. */
@NullMarked
package shopkeeper.web.pricing;

import org.jspecify.annotations.NullMarked;
