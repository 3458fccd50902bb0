package shopkeeper.files.shopdata;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import shopkeeper.domain.kernel.Money;

/** What a generated product costs, as the price books say it. */
record GeneratedPrices(GeneratedAssortment assortment, int station, Instant saleFrom) {
    private static final BigDecimal DEARER = new BigDecimal("1.10");
    private static final BigDecimal REDUCED = new BigDecimal("0.75");
    private static final int ON_SALE_EVERY = 13;

    Money stationPrice(int product) {
        return assortment.listPrice(product).times(DEARER);
    }

    Optional<Money> salePrice(int product) {
        return product % ON_SALE_EVERY == 1
                ? Optional.of(assortment.listPrice(product).times(REDUCED))
                : Optional.empty();
    }

    /** What was asked for it there and then. */
    Money price(int product, Optional<Integer> store, Instant at) {
        Money listed =
                store.filter(number -> number == station)
                        .map(_ -> stationPrice(product))
                        .orElse(assortment.listPrice(product));
        return at.isBefore(saleFrom) ? listed : salePrice(product).map(listed::min).orElse(listed);
    }
}
