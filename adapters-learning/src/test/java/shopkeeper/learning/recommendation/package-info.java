@NullMarked
package shopkeeper.learning.recommendation;

import org.jspecify.annotations.NullMarked;
