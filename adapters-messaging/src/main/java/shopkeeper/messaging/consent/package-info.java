/** Consent given, refused or withdrawn at a till. */
@NullMarked
package shopkeeper.messaging.consent;

import org.jspecify.annotations.NullMarked;
