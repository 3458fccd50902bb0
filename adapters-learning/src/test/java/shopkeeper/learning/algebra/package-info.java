@NullMarked
package shopkeeper.learning.algebra;

import org.jspecify.annotations.NullMarked;
