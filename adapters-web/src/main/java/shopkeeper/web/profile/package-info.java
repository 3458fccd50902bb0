/** Who the customer is, as the web asks. */
@NullMarked
package shopkeeper.web.profile;

import org.jspecify.annotations.NullMarked;
