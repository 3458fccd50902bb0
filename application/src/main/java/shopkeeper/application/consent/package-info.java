/** Recording what the customer allows and asking, at every use, whether we may. */
@NullMarked
package shopkeeper.application.consent;

import org.jspecify.annotations.NullMarked;
