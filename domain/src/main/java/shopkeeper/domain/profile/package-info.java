/** Who the customer is: identifiers that point at one person, in every channel. */
@NullMarked
package shopkeeper.domain.profile;

import org.jspecify.annotations.NullMarked;
