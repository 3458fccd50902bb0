/** Planted: what must never be built. */
@NullMarked
package planted.domain.pricing;

import org.jspecify.annotations.NullMarked;
