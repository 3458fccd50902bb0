/** The shop as the features speak of it: one platform, many scenes, each played in one channel. */
@NullMarked
package shopkeeper.acceptance;

import org.jspecify.annotations.NullMarked;
