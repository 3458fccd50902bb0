/** Secrets that live in files of the data folder, readable by its owner only. */
@NullMarked
package shopkeeper.files.secrets;

import org.jspecify.annotations.NullMarked;
