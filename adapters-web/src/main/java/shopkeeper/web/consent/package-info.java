/** What the customer allowed, said and asked over the web. */
@NullMarked
package shopkeeper.web.consent;

import org.jspecify.annotations.NullMarked;
