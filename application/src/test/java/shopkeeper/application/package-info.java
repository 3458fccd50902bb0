/** The words in which the application's tests are told. */
@NullMarked
package shopkeeper.application;

import org.jspecify.annotations.NullMarked;
