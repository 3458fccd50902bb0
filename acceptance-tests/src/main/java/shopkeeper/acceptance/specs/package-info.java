/** Features as analysts own them: read, run, explained and shown. */
@NullMarked
package shopkeeper.acceptance.specs;

import org.jspecify.annotations.NullMarked;
