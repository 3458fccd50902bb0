/** Planted: what must never be built. */
@NullMarked
package planted.web;

import org.jspecify.annotations.NullMarked;
