/** Tests of what those who run the platform may do. */
@NullMarked
package shopkeeper.web.operations;

import org.jspecify.annotations.NullMarked;
