/** What clients may rely on: the OpenAPI document, made of the operations themselves. */
@NullMarked
package shopkeeper.web.contract;

import org.jspecify.annotations.NullMarked;
