/** What the customer allowed, for which purpose, with proof. */
@NullMarked
package shopkeeper.domain.consent;

import org.jspecify.annotations.NullMarked;
