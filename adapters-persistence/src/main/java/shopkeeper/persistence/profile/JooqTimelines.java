package shopkeeper.persistence.profile;

import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR;
import static shopkeeper.persistence.schema.generated.Tables.TIMELINE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.application.profile.ProfileViews.TimelineEntry;
import shopkeeper.application.profile.ProfileViews.TimelinePage;
import shopkeeper.application.profile.ProfileViews.TimelinePart;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import shopkeeper.persistence.schema.generated.tables.records.BehaviorRecord;
import shopkeeper.persistence.schema.generated.tables.records.TimelineRecord;

/**
 * Timelines of facts and of behavior, laid over each other: the latest first, at the same time
 * facts before behavior.
 */
final class JooqTimelines {
    /** Tells behavior of the same moment apart, without a word of what the client called it. */
    private static final Field<String> DIGEST =
            DSL.replace(BEHAVIOR.MESSAGE.cast(SQLDataType.VARCHAR), "-", "");

    private final DSLContext sql;

    JooqTimelines(DSLContext sql) {
        this.sql = sql;
    }

    /** An entry and where it stands. */
    private record Placed(TimelineCursor place, TimelineEntry entry) {}

    TimelinePage page(List<String> everyone, TimelinePart part) {
        Optional<TimelineCursor> after = part.after().map(TimelineCursor::read);
        int more = part.limit() + 1;
        var placed =
                Stream.concat(
                                facts(everyone, part, after, more),
                                behavior(everyone, part, after, more))
                        .sorted(Comparator.comparing(Placed::place))
                        .limit(more)
                        .toList();
        boolean last = placed.size() < more;
        var shown = last ? placed : placed.subList(0, part.limit());
        return new TimelinePage(
                shown.stream().map(Placed::entry).toList(),
                last ? Optional.empty() : Optional.of(shown.getLast().place().written()));
    }

    /**
     * @param heard a condition on the timeline's rows
     */
    int heardLater(List<String> everyone, Instant than, Condition heard) {
        var then = than.atOffset(ZoneOffset.UTC);
        return sql.fetchCount(
                TIMELINE,
                TIMELINE.CUSTOMER
                        .in(everyone)
                        .and(TIMELINE.KIND.in("purchase", "return", "void"))
                        .and(TIMELINE.OCCURRED_AT.le(then))
                        .and(TIMELINE.RECEIVED_AT.gt(then))
                        .and(heard));
    }

    /** What stood in the log by then. */
    static Condition heardBy(Then then) {
        return TIMELINE.POSITION.le(then.upTo().value());
    }

    List<TimelineEntry> since(List<String> everyone, Position after, int limit) {
        return sql.selectFrom(TIMELINE)
                .where(TIMELINE.CUSTOMER.in(everyone))
                .and(TIMELINE.POSITION.gt(after.value()))
                .orderBy(TIMELINE.POSITION)
                .limit(limit)
                .fetch(JooqTimelines::entry);
    }

    private Stream<Placed> facts(
            List<String> everyone, TimelinePart part, Optional<TimelineCursor> after, int limit) {
        return sql
                .selectFrom(TIMELINE)
                .where(TIMELINE.CUSTOMER.in(everyone))
                .and(
                        part.channel()
                                .map(one -> TIMELINE.CHANNEL.eq(one.name()))
                                .orElseGet(DSL::noCondition))
                .and(after.map(JooqTimelines::factsAfter).orElseGet(DSL::noCondition))
                .and(part.then().map(JooqTimelines::heardBy).orElseGet(DSL::noCondition))
                .orderBy(TIMELINE.OCCURRED_AT.desc(), TIMELINE.POSITION.desc())
                .limit(limit)
                .fetch()
                .stream()
                .map(row ->
                        new Placed(
                                TimelineCursor.ofFact(
                                        row.getOccurredAt().toInstant(), row.getPosition()),
                                entry(row)));
    }

    private Stream<Placed> behavior(
            List<String> everyone, TimelinePart part, Optional<TimelineCursor> after, int limit) {
        return sql
                .select(BEHAVIOR, DIGEST)
                .from(BEHAVIOR)
                .where(BEHAVIOR.CUSTOMER.in(everyone))
                .and(
                        part.channel()
                                .map(one -> BEHAVIOR.CHANNEL.eq(one.name()))
                                .orElseGet(DSL::noCondition))
                .and(after.map(JooqTimelines::behaviorAfter).orElseGet(DSL::noCondition))
                .and(
                        part.then()
                                .map(then ->
                                        BEHAVIOR.RECEIVED_AT.le(then.at().atOffset(ZoneOffset.UTC)))
                                .orElseGet(DSL::noCondition))
                .orderBy(BEHAVIOR.OCCURRED_AT.desc(), DIGEST)
                .limit(limit)
                .fetch()
                .stream()
                .map(row ->
                        new Placed(
                                TimelineCursor.ofBehavior(
                                        row.value1().getOccurredAt().toInstant(), row.value2()),
                                entry(row.value1())));
    }

    private static Condition factsAfter(TimelineCursor cursor) {
        var earlier = TIMELINE.OCCURRED_AT.lt(cursor.time());
        return cursor.position()
                .map(position ->
                        earlier.or(
                                TIMELINE.OCCURRED_AT
                                        .eq(cursor.time())
                                        .and(TIMELINE.POSITION.lt(position))))
                .orElse(earlier);
    }

    private static Condition behaviorAfter(TimelineCursor cursor) {
        var sameTime = BEHAVIOR.OCCURRED_AT.eq(cursor.time());
        return BEHAVIOR.OCCURRED_AT
                .lt(cursor.time())
                .or(
                        cursor.position().isPresent()
                                ? sameTime
                                : sameTime.and(DIGEST.gt(cursor.digest())));
    }

    private static TimelineEntry entry(TimelineRecord row) {
        return new TimelineEntry(
                row.getOccurredAt().toInstant(),
                row.getReceivedAt().toInstant(),
                new Via(Channel.valueOf(row.getChannel()), row.getTouchpoint()),
                row.getKind(),
                row.getWords(),
                row.getReference(),
                Optional.of(new Position(row.getPosition())));
    }

    private static TimelineEntry entry(BehaviorRecord row) {
        String kind = row.getKind();
        String product = row.getProduct() == null ? "" : row.getProduct();
        return new TimelineEntry(
                row.getOccurredAt().toInstant(),
                row.getReceivedAt().toInstant(),
                new Via(Channel.valueOf(row.getChannel()), row.getTouchpoint()),
                kind,
                kind.replace('-', ' ') + (product.isEmpty() ? "" : " " + product),
                product,
                Optional.empty());
    }
}
