package shopkeeper.web.desk;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.application.decision.WhatCameBack;
import shopkeeper.application.decision.WhatCameBack.Told;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.web.desk.Shown.CameBackView;

/** What came back of what was suggested to a customer before, so that it is not praised again. */
@Component
final class BroughtBack {
    private static final int LOOKED_THROUGH = 10;

    private final WhatCameBack cameBack;
    private final BrowseCatalog catalog;
    private final InstantSource clock;

    BroughtBack(WhatCameBack cameBack, BrowseCatalog catalog, InstantSource clock) {
        this.cameBack = cameBack;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Of the latest decisions before the last return, each product once; the latest decision speaks
     * for it.
     */
    List<CameBackView> of(CustomerId customer) {
        var told = new LinkedHashMap<String, CameBackView>();
        cameBack.of(customer, clock.instant())
                .ofLatest(LOOKED_THROUGH)
                .forEach(back -> told.putIfAbsent(back.back().product().value(), view(back)));
        return List.copyOf(told.values());
    }

    /** Of each decision for this customer alone; asked for once. */
    Function<JournaledDecision, Stream<CameBackView>> ofEach(CustomerId customer) {
        var theirs = cameBack.of(customer, clock.instant());
        return decision -> theirs.told(decision).stream().map(this::view);
    }

    private CameBackView view(Told told) {
        var product = told.back().product();
        return new CameBackView(
                product.value(),
                catalog.product(product).map(Product::name).orElse(product.value()),
                told.text(),
                told.language().code(),
                Words.when(told.back().at()),
                Words.when(told.decision().decidedAt()),
                told.decision().id().value());
    }
}
