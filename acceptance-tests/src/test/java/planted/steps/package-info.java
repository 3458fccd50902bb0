/** Planted: what must never be built. */
@NullMarked
package planted.steps;

import org.jspecify.annotations.NullMarked;
