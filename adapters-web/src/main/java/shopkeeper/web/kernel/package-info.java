/** What every operation shares: reading JSON strictly, problems, positions and messages. */
@NullMarked
package shopkeeper.web.kernel;

import org.jspecify.annotations.NullMarked;
