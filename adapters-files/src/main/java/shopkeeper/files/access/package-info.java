/** The keys of the clients as files that an operator can see, copy and delete. */
@NullMarked
package shopkeeper.files.access;

import org.jspecify.annotations.NullMarked;
