/** The key that makes identifiers unreadable in the log. */
@NullMarked
package shopkeeper.files.profile;

import org.jspecify.annotations.NullMarked;
