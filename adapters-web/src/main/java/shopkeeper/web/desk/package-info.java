/** The page of an agent: one customer across the channels. */
@NullMarked
package shopkeeper.web.desk;

import org.jspecify.annotations.NullMarked;
