/** Decisions, asked for and given again over the web. */
@NullMarked
package shopkeeper.web.decision;

import org.jspecify.annotations.NullMarked;
