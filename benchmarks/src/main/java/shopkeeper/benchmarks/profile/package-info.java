/** What a profiler saw, by the steps of our own code. */
@NullMarked
package shopkeeper.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
