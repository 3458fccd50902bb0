/** What the people who run the platform look after. */
@NullMarked
package shopkeeper.web.operations;

import org.jspecify.annotations.NullMarked;
