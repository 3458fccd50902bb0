package shopkeeper.persistence.decision;

import static shopkeeper.persistence.schema.generated.Tables.DECISION_JOURNAL;
import static shopkeeper.persistence.schema.generated.Tables.TIMELINE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import shopkeeper.application.decision.ServedSlates;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.decision.SlateQuality.Served;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The slates in the journal's bodies; the channel stands on the customer's timeline. */
record JooqServedSlates(DSLContext sql) implements ServedSlates {
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Shown(
            Optional<CustomerId> customer, Optional<Channel> channel, Instant at, String body) {}

    @Override
    public List<Served> since(Instant since, int limit) {
        return sql
                .select(
                        DECISION_JOURNAL.CUSTOMER,
                        TIMELINE.CHANNEL,
                        DECISION_JOURNAL.DECIDED_AT,
                        DECISION_JOURNAL.BODY)
                .from(DECISION_JOURNAL)
                .leftJoin(TIMELINE)
                .on(TIMELINE.POSITION.eq(DECISION_JOURNAL.POSITION))
                .where(DECISION_JOURNAL.DECISION.in(some(since, limit)))
                .orderBy(DECISION_JOURNAL.POSITION.desc())
                .fetch(row ->
                        new Shown(
                                Optional.ofNullable(row.value1()).map(CustomerId::new),
                                Optional.ofNullable(row.value2()).map(Channel::valueOf),
                                row.value3().toInstant(),
                                row.value4()))
                .stream()
                .flatMap(JooqServedSlates::slates)
                .toList();
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

    private static Stream<Served> slates(Shown shown) {
        var body = JSON.readTree(shown.body());
        var model = body.path("evidence").path("modelVersion").asString("unknown");
        return body.path("placements")
                .valueStream()
                .filter(placement -> placement.path("kind").asString("").equals("recommendation"))
                .map(placement ->
                        new Served(
                                shown.customer(),
                                shown.channel(),
                                Mode.valueOf(placement.path("mode").asString("NONE")),
                                family(model),
                                shown.at(),
                                items(placement)));
    }

    /** Versions change with every basket; what is compared is the kind of model. */
    private static String family(String model) {
        int cut = model.indexOf('/');
        return (cut < 0 ? model : model.substring(0, cut)).replaceAll("baskets-[0-9]+", "baskets");
    }

    private static List<ProductId> items(JsonNode placement) {
        return placement
                .path("items")
                .valueStream()
                .map(item -> new ProductId(item.path("product").asString("")))
                .toList();
    }
}
