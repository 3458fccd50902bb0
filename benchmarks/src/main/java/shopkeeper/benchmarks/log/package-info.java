/** What the event log takes, beside what PostgreSQL itself and others take in the same run. */
@NullMarked
package shopkeeper.benchmarks.log;

import org.jspecify.annotations.NullMarked;
