/** The one log of facts, for all capabilities: the only place that knows Axon. */
@NullMarked
package shopkeeper.persistence.eventlog;

import org.jspecify.annotations.NullMarked;
