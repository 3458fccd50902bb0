/** Runs the features. */
@NullMarked
package shopkeeper.acceptance;

import org.jspecify.annotations.NullMarked;
