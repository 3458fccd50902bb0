/** The rules of the house, and guards over the rules. */
@NullMarked
package shopkeeper.architecture;

import org.jspecify.annotations.NullMarked;
