/** The register in the log, and what people read of a customer. */
@NullMarked
package shopkeeper.persistence.profile;

import org.jspecify.annotations.NullMarked;
