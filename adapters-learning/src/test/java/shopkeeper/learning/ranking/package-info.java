@NullMarked
package shopkeeper.learning.ranking;

import org.jspecify.annotations.NullMarked;
