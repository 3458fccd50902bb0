/** What it costs, fairly and explained to the cent. */
@NullMarked
package shopkeeper.domain.pricing;

import org.jspecify.annotations.NullMarked;
