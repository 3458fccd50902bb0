/** What to offer and charge for the basket at a till, within its budget of time. */
@NullMarked
package shopkeeper.messaging.decision;

import org.jspecify.annotations.NullMarked;
