/**
 * The little linear algebra that models need, in plain loops which the compiler turns into vectors.
 */
@NullMarked
package shopkeeper.learning.algebra;

import org.jspecify.annotations.NullMarked;
