/** The page of an agent, looked at in a real browser. */
@NullMarked
package shopkeeper.acceptance.page;

import org.jspecify.annotations.NullMarked;
