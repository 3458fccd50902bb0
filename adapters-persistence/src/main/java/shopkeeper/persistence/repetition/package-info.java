/** The answers that were given under clients' keys, kept in PostgreSQL for every node. */
@NullMarked
package shopkeeper.persistence.repetition;

import org.jspecify.annotations.NullMarked;
