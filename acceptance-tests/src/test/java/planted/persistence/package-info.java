/** Planted: what must never be built. */
@NullMarked
package planted.persistence;

import org.jspecify.annotations.NullMarked;
