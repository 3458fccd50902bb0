/** What every use case shares: facts as the log gives them, and those who follow it. */
@NullMarked
package shopkeeper.application.kernel;

import org.jspecify.annotations.NullMarked;
