/** Those who follow the log: memories, projections and policies. */
@NullMarked
package shopkeeper.persistence.feed;

import org.jspecify.annotations.NullMarked;
