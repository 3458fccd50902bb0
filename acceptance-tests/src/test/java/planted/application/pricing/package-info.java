/** Planted: what must never be built. */
@NullMarked
package planted.application.pricing;

import org.jspecify.annotations.NullMarked;
