/** Collecting what customers do, by the Segment spec. */
@NullMarked
package shopkeeper.web.behavior;

import org.jspecify.annotations.NullMarked;
