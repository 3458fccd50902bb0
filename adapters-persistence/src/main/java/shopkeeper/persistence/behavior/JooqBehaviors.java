package shopkeeper.persistence.behavior;

import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import shopkeeper.application.behavior.Behaviors;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.behavior.KeepingPolicy;
import shopkeeper.domain.behavior.Query;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.persistence.eventlog.Together;

/** Behavior in its own append-only table; what arrives together is written together. */
final class JooqBehaviors implements Behaviors {
    private static final System.Logger LOG = System.getLogger(JooqBehaviors.class.getName());

    private final DSLContext sql;
    private final ConsentLedgers ledgers;
    private final BehaviorDays days;
    private final AtomicReference<LocalDate> tidied = new AtomicReference<>(LocalDate.MIN);
    private final Together<List<Allowed>, List<Boolean>> writing =
            new Together<>(this::writeAll, 2);

    JooqBehaviors(DSLContext sql, ConsentLedgers ledgers) {
        this.sql = sql;
        this.ledgers = ledgers;
        this.days = new BehaviorDays(sql);
    }

    @Override
    public List<Boolean> keep(List<Allowed> behaviors) {
        return behaviors.isEmpty() ? List.of() : writing.ask(behaviors);
    }

    /** All of them in one statement, and each gets back what is its own. */
    private List<List<Boolean>> writeAll(List<List<Allowed>> batches) {
        var all = batches.stream().flatMap(List::stream).toList();
        var today = LocalDate.ofInstant(all.getLast().behavior().at().received(), ZoneOffset.UTC);
        days.make(all.stream().map(one -> one.behavior().day()).distinct().toList(), today);
        var fresh = sql.connectionResult(connection -> BehaviorRows.insert(all, connection));
        tidyOnceADay(today);
        var answers = new ArrayList<List<Boolean>>();
        int from = 0;
        for (List<Allowed> batch : batches) {
            answers.add(fresh.subList(from, from + batch.size()));
            from += batch.size();
        }
        return answers;
    }

    /** Whoever comes first on a day lets it be tidied, and does not wait for it. */
    private void tidyOnceADay(LocalDate today) {
        var before = tidied.get();
        if (today.isAfter(before) && tidied.compareAndSet(before, today)) {
            Thread.ofVirtual().name("behavior-expires").start(() -> tidy(today));
        }
    }

    private void tidy(LocalDate today) {
        try {
            expire(today);
        } catch (DataAccessException later) {
            LOG.log(
                    Level.WARNING,
                    "behavior whose time is over could not be taken away; it is tried again with the next day or start",
                    later);
        }
    }

    @Override
    public List<Behavior> of(
            Collection<CustomerId> customers, Purpose purpose, Instant since, int limit) {
        var from = since.atOffset(ZoneOffset.UTC);
        return sql.selectFrom(BEHAVIOR)
                .where(
                        BEHAVIOR.CUSTOMER.in(customers.stream().map(CustomerId::value).toList()),
                        BEHAVIOR.DAY.ge(from.toLocalDate()),
                        BEHAVIOR.OCCURRED_AT.ge(from),
                        Stripped.mark(purpose).isTrue())
                .orderBy(BEHAVIOR.OCCURRED_AT.desc(), BEHAVIOR.MESSAGE)
                .limit(limit)
                .fetch(BehaviorRead::behavior)
                .reversed();
    }

    @Override
    public void expire(LocalDate today) {
        days.expire(today);
        for (Purpose purpose : KeepingPolicy.PURPOSES) {
            SlippedThrough.strip(purpose, today, sql, ledgers);
        }
    }

    @Override
    public List<Missed> searchedNotFound(
            LocalDate since, Optional<Channel> channel, int people, int limit) {
        var words = DSL.lower(BEHAVIOR.QUERY);
        var many = DSL.countDistinct(BEHAVIOR.CUSTOMER);
        return sql.select(words, BEHAVIOR.CHANNEL, many, DSL.count())
                .from(BEHAVIOR)
                .where(
                        BEHAVIOR.DAY.ge(since),
                        BEHAVIOR.KIND.eq("products-searched"),
                        BEHAVIOR.RESULTS.eq(0),
                        BEHAVIOR.QUERY.isNotNull(),
                        BEHAVIOR.ANALYTICS.isTrue(),
                        channel.map(one -> BEHAVIOR.CHANNEL.eq(one.name()))
                                .orElseGet(DSL::noCondition))
                .groupBy(words, BEHAVIOR.CHANNEL)
                .having(many.ge(people))
                .orderBy(many.desc(), DSL.count().desc(), words)
                .limit(limit)
                .fetch(row ->
                        new Missed(
                                new Query(row.value1()),
                                Channel.valueOf(row.value2()),
                                row.value3(),
                                row.value4()));
    }
}
