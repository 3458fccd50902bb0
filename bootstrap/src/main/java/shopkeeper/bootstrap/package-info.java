/** The composition root and the command line: the one place that knows everybody. */
@NullMarked
package shopkeeper.bootstrap;

import org.jspecify.annotations.NullMarked;
