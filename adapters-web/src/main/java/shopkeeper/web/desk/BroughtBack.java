package shopkeeper.web.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.application.decision.WhatCameBack;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.web.desk.Shown.CameBackView;
import shopkeeper.web.kernel.Json;
import tools.jackson.databind.JsonNode;

/** What came back of what was suggested to a customer before, so that it is not praised again. */
@Component
final class BroughtBack {
    private static final int LOOKED_THROUGH = 10;

    private final DecisionJournal journal;
    private final CustomerDirectory directory;
    private final WhatCameBack cameBack;
    private final BrowseCatalog catalog;
    private final InstantSource clock;
    private final Json json;

    BroughtBack(
            DecisionJournal journal,
            CustomerDirectory directory,
            WhatCameBack cameBack,
            BrowseCatalog catalog,
            InstantSource clock,
            Json json) {
        this.journal = journal;
        this.directory = directory;
        this.cameBack = cameBack;
        this.catalog = catalog;
        this.clock = clock;
        this.json = json;
    }

    /** Of the latest decisions, each product once; the latest decision speaks for it. */
    List<CameBackView> of(CustomerId customer) {
        var told = new LinkedHashMap<String, CameBackView>();
        directory.everyone(directory.now(customer)).stream()
                .flatMap(one -> journal.of(one, LOOKED_THROUGH).stream())
                .sorted(Comparator.comparing(JournaledDecision::decidedAt).reversed())
                .limit(LOOKED_THROUGH)
                .flatMap(this::of)
                .forEach(back -> told.putIfAbsent(back.product(), back));
        return List.copyOf(told.values());
    }

    /** Of this decision alone. */
    Stream<CameBackView> of(JournaledDecision decision) {
        var told = cameBack.with(decision, clock.instant());
        return told.body().equals(decision.body()) ? Stream.empty() : read(told);
    }

    private Stream<CameBackView> read(JournaledDecision told) {
        var body = json.read(told.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
        return body.path("cameBack").valueStream().map(back -> view(back, language(body), told));
    }

    private CameBackView view(JsonNode back, String language, JournaledDecision decision) {
        var product = back.path("product").asString();
        return new CameBackView(
                product,
                catalog.product(new ProductId(product)).map(Product::name).orElse(product),
                back.path("text").asString(),
                language,
                Words.when(Instant.parse(back.path("at").asString())),
                Words.when(decision.decidedAt()),
                decision.id().value());
    }

    /** What came back is told in the language of its decision, and a page must say which it is. */
    private static String language(JsonNode body) {
        boolean german =
                body.path("placements")
                        .valueStream()
                        .flatMap(placement -> placement.path("context").valueStream())
                        .anyMatch(said -> said.asString().equals("language:de"));
        return german ? "de" : "en";
    }
}
