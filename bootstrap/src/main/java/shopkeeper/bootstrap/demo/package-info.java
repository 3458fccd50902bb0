/** A day in a shop, lived through real sockets, with every decision shown. */
@NullMarked
package shopkeeper.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
