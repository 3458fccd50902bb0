/** What a person at the command line meets, and the platform as a whole. */
@NullMarked
package shopkeeper.bootstrap;

import org.jspecify.annotations.NullMarked;
