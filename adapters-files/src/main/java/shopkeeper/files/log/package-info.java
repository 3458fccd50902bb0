/** The secret with which the log tells messages apart. */
@NullMarked
package shopkeeper.files.log;

import org.jspecify.annotations.NullMarked;
