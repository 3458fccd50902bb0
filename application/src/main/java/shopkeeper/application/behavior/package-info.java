/** Recording receipts once and tracking what customers look at. */
@NullMarked
package shopkeeper.application.behavior;

import org.jspecify.annotations.NullMarked;
