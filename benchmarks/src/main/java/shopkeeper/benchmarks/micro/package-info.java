/** What one step of a decision costs by itself, measured with JMH. */
@NullMarked
package shopkeeper.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
