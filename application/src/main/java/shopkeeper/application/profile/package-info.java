/** Recognising customers and showing what the shop remembers of them. */
@NullMarked
package shopkeeper.application.profile;

import org.jspecify.annotations.NullMarked;
