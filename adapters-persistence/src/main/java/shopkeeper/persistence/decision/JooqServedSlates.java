package shopkeeper.persistence.decision;

import static java.util.stream.Collectors.toSet;
import static shopkeeper.persistence.schema.generated.Tables.DECISION_JOURNAL;
import static shopkeeper.persistence.schema.generated.Tables.TIMELINE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import shopkeeper.application.decision.ServedSlates;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.decision.SlateQuality.Item;
import shopkeeper.domain.decision.SlateQuality.Served;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.FeedbackEvent;
import shopkeeper.domain.recommendation.FeedbackEvent.FeedbackGiven;
import shopkeeper.domain.recommendation.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The slates in the journal's bodies, with what was said of them; the channel stands on the
 * customer's timeline, and of nobody known first in what was gathered.
 *
 * @param feedback everything that was said of some decisions
 */
record JooqServedSlates(DSLContext sql, Function<Set<DecisionId>, List<FeedbackEvent>> feedback)
        implements ServedSlates {
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Shown(
            DecisionId decision,
            Optional<CustomerId> customer,
            Optional<Channel> channel,
            Instant at,
            String body) {}

    private record About(DecisionId decision, ProductId product) {}

    @Override
    public List<Served> since(Instant since, int limit) {
        var shown = shown(since, limit);
        var said = said(shown);
        return shown.stream().flatMap(one -> slates(one, said)).toList();
    }

    private List<Shown> shown(Instant since, int limit) {
        return sql.select(
                        DECISION_JOURNAL.DECISION,
                        DECISION_JOURNAL.CUSTOMER,
                        DSL.coalesce(TIMELINE.CHANNEL, GatheredChannel.NAME),
                        DECISION_JOURNAL.DECIDED_AT,
                        DECISION_JOURNAL.BODY)
                .from(DECISION_JOURNAL)
                .leftJoin(TIMELINE)
                .on(TIMELINE.POSITION.eq(DECISION_JOURNAL.POSITION))
                .where(DECISION_JOURNAL.DECISION.in(some(since, limit)))
                .orderBy(DECISION_JOURNAL.POSITION.desc())
                .fetch(row ->
                        new Shown(
                                new DecisionId(row.value1()),
                                Optional.ofNullable(row.value2()).map(CustomerId::new),
                                Optional.ofNullable(row.value3()).map(Channel::valueOf),
                                row.value4().toInstant(),
                                row.value5()));
    }

    private Map<About, List<Verdict>> said(List<Shown> shown) {
        var said = new HashMap<About, List<Verdict>>();
        for (FeedbackEvent event :
                feedback.apply(shown.stream().map(Shown::decision).collect(toSet()))) {
            switch (event) {
                case FeedbackGiven(var decision, _, var product, var verdict, _, _) ->
                        said.computeIfAbsent(new About(decision, product), _ -> new ArrayList<>())
                                .add(verdict);
            }
        }
        return said;
    }

    /**
     * By the digest of their names, which knows nothing of the time; without a slate is no mode.
     */
    private static Select<Record1<String>> some(Instant since, int limit) {
        var one = DECISION_JOURNAL.as("one");
        return DSL.select(one.DECISION)
                .from(one)
                .where(
                        one.DECIDED_AT.gt(since.atOffset(ZoneOffset.UTC)),
                        one.MODE.ne(Mode.NONE.name()))
                .orderBy(DSL.md5(one.DECISION))
                .limit(limit);
    }

    /** Feedback names no placement: of what stands in two it counts in the first. */
    private static Stream<Served> slates(Shown shown, Map<About, List<Verdict>> said) {
        var body = JSON.readTree(shown.body());
        var model = body.path("evidence").path("modelVersion").asString("unknown");
        return body.path("placements")
                .valueStream()
                .filter(placement -> placement.path("kind").asString("").equals("recommendation"))
                .map(placement ->
                        new Served(
                                shown.customer(),
                                shown.channel(),
                                placement.path("id").asString(""),
                                Mode.valueOf(placement.path("mode").asString("NONE")),
                                family(model),
                                shown.at(),
                                items(placement, product -> taken(said, shown, product))));
    }

    private static List<Verdict> taken(
            Map<About, List<Verdict>> said, Shown shown, ProductId product) {
        return Optional.ofNullable(said.remove(new About(shown.decision(), product)))
                .orElse(List.of());
    }

    /** Versions change with every basket; what is compared is the kind of model. */
    private static String family(String model) {
        int cut = model.indexOf('/');
        return (cut < 0 ? model : model.substring(0, cut)).replaceAll("baskets-[0-9]+", "baskets");
    }

    private static List<Item> items(
            JsonNode placement, Function<ProductId, List<Verdict>> feedback) {
        return placement
                .path("items")
                .valueStream()
                .map(item -> {
                    var product = new ProductId(item.path("product").asString(""));
                    return new Item(
                            product,
                            item.path("sources")
                                    .valueStream()
                                    .map(JooqServedSlates::source)
                                    .toList(),
                            feedback.apply(product));
                })
                .toList();
    }

    private static String source(JsonNode source) {
        return source.path("source").asString("unknown")
                + " "
                + family(source.path("model").asString("unknown"));
    }
}
