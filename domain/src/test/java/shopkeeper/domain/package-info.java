/** How the shop's rules are told and tried. */
@NullMarked
package shopkeeper.domain;

import org.jspecify.annotations.NullMarked;
