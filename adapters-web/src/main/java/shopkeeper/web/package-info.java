/** The online channel: REST. */
@NullMarked
package shopkeeper.web;

import org.jspecify.annotations.NullMarked;
