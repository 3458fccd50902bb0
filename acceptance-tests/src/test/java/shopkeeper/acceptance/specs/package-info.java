/** Tests of how features are read and told. */
@NullMarked
package shopkeeper.acceptance.specs;

import org.jspecify.annotations.NullMarked;
