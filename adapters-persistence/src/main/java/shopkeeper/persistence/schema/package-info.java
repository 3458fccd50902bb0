/** PostgreSQL itself: embedded or elsewhere, durable or refused, and its tables. */
@NullMarked
package shopkeeper.persistence.schema;

import org.jspecify.annotations.NullMarked;
