package shopkeeper.persistence.feed;

import static org.jooq.impl.DSL.select;
import static shopkeeper.persistence.schema.generated.Tables.FOLLOWER_POSITION;
import static shopkeeper.persistence.schema.generated.Tables.NODE;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which followers this node works for: one node at a time each, shared fairly among those that
 * live.
 *
 * <p>A node that has not beaten for {@link #LEASE}, or whose own connection is gone, is dead to the
 * others. Whether it really is does not matter: the epoch goes up when a claim changes hands, and
 * whoever still works under the old one is refused.
 */
final class Claims {
    static final Duration LEASE = Duration.ofSeconds(8);
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private static final Field<Boolean> LIVES =
            DSL.field(
                    """
                    beat_at > clock_timestamp() - {0} * interval '1 second'
                    and exists (select from pg_stat_activity where application_name = {1} || node.name)\
                    """,
                    Boolean.class,
                    DSL.inline(LEASE.toSeconds()),
                    DSL.inline(new Node("").session()));

    private final Node node;
    private final Runnable changed;
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> epochs = new ConcurrentHashMap<>();
    private Set<String> leftToOthers = Set.of();

    /**
     * @param changed called when claims came or went
     */
    Claims(Node node, Runnable changed) {
        this.node = node;
        this.changed = changed;
    }

    Node node() {
        return node;
    }

    /** From the next beat on this follower's work is asked for. */
    void want(String follower) {
        wanted.add(follower);
    }

    /** Under which epoch this node works for the follower; empty when it does not. */
    OptionalLong epoch(String follower) {
        Long epoch = epochs.get(follower);
        return epoch == null ? OptionalLong.empty() : OptionalLong.of(epoch);
    }

    Set<String> held() {
        return Set.copyOf(epochs.keySet());
    }

    void lost(String follower, long epoch) {
        epochs.remove(follower, epoch);
    }

    private record Row(String follower, String holder, long epoch) {}

    /** Says that this node lives, takes what nobody works for, and gives away what is too much. */
    void beat(DSLContext sql) {
        sayAlive(sql);
        Map<String, Set<String>> others = others(sql);
        List<Row> rows = rows(sql);
        keepOnly(rows);
        Spread spread = new Spread(others, holders(rows, others.keySet()));
        giveAway(rows, spread, sql);
        take(rows, spread, sql);
    }

    private void sayAlive(DSLContext sql) {
        String[] wants = wanted.toArray(String[]::new);
        Field<OffsetDateTime> now = DSL.field("clock_timestamp()", OffsetDateTime.class);
        sql.insertInto(NODE)
                .set(NODE.NAME, node.name())
                .set(NODE.WANTS, wants)
                .set(NODE.BEAT_AT, now)
                .onConflict(NODE.NAME)
                .doUpdate()
                .set(NODE.WANTS, wants)
                .set(NODE.BEAT_AT, now)
                .execute();
        for (String follower : wanted) {
            if (!epochs.containsKey(follower)) {
                sql.insertInto(FOLLOWER_POSITION)
                        .set(FOLLOWER_POSITION.FOLLOWER, follower)
                        .set(FOLLOWER_POSITION.POSITION, 0L)
                        .onConflictDoNothing()
                        .execute();
            }
        }
    }

    /** Which other nodes live, and what they can work for. */
    private Map<String, Set<String>> others(DSLContext sql) {
        return sql
                .select(NODE.NAME, NODE.WANTS)
                .from(NODE)
                .where(NODE.NAME.ne(node.name()), DSL.condition(LIVES))
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> row.value1(), row -> Set.of(row.value2())));
    }

    private List<Row> rows(DSLContext sql) {
        return sql.select(
                        FOLLOWER_POSITION.FOLLOWER,
                        DSL.coalesce(FOLLOWER_POSITION.NODE, ""),
                        FOLLOWER_POSITION.EPOCH)
                .from(FOLLOWER_POSITION)
                .where(FOLLOWER_POSITION.FOLLOWER.in(wanted))
                .orderBy(FOLLOWER_POSITION.FOLLOWER)
                .fetch(row -> new Row(row.value1(), row.value2(), row.value3()));
    }

    /** What the database says another node holds is gone. */
    private void keepOnly(List<Row> rows) {
        for (Row row : rows) {
            Long epoch = epochs.get(row.follower);
            if (epoch != null && !(row.holder.equals(node.name()) && row.epoch == epoch)) {
                LOG.info("{} is taken over by {}", row.follower, row.holder);
                epochs.remove(row.follower, epoch);
                changed.run();
            }
        }
    }

    /** Who works for whom, as far as they live. */
    private Map<String, String> holders(List<Row> rows, Set<String> others) {
        return rows.stream()
                .filter(row -> epochs.containsKey(row.follower) || others.contains(row.holder))
                .collect(Collectors.toMap(Row::follower, Row::holder));
    }

    private void giveAway(List<Row> rows, Spread spread, DSLContext sql) {
        for (Row row : rows) {
            if (epochs.containsKey(row.follower) && spread.isTooMuch(row.follower, node.name())) {
                release(row.follower, sql);
                spread.released(row.follower);
                leftToOthers = Set.of();
            }
        }
    }

    private void take(List<Row> rows, Spread spread, DSLContext sql) {
        Set<String> left = new HashSet<>();
        for (Row row : rows) {
            if (!spread.isFree(row.follower)) {
                continue;
            }
            if (leftToOthers.contains(row.follower) || spread.isMyTurn(row.follower, node.name())) {
                take(row, sql);
                spread.taken(row.follower, node.name());
            } else {
                left.add(row.follower);
            }
        }
        leftToOthers = left;
    }

    /** One that is locked just now comes with another beat. */
    private void take(Row row, DSLContext sql) {
        sql.update(FOLLOWER_POSITION)
                .set(FOLLOWER_POSITION.NODE, node.name())
                .set(FOLLOWER_POSITION.EPOCH, FOLLOWER_POSITION.EPOCH.plus(1))
                .where(
                        FOLLOWER_POSITION.FOLLOWER.eq(
                                select(FOLLOWER_POSITION.FOLLOWER)
                                        .from(FOLLOWER_POSITION)
                                        .where(
                                                FOLLOWER_POSITION.FOLLOWER.eq(row.follower),
                                                FOLLOWER_POSITION.EPOCH.eq(row.epoch))
                                        .forUpdate()
                                        .skipLocked()))
                .returning(FOLLOWER_POSITION.EPOCH)
                .fetchOptional(FOLLOWER_POSITION.EPOCH)
                .ifPresent(epoch -> {
                    LOG.debug("{} is this node's work from epoch {} on", row.follower, epoch);
                    epochs.put(row.follower, epoch);
                    changed.run();
                });
    }

    /** This node goes: others need not wait until it is missed. */
    void leave(DSLContext sql) {
        List.copyOf(epochs.keySet()).forEach(follower -> release(follower, sql));
        sql.deleteFrom(NODE).where(NODE.NAME.eq(node.name())).execute();
    }

    private void release(String follower, DSLContext sql) {
        Long epoch = epochs.remove(follower);
        if (epoch != null) {
            changed.run();
            sql.update(FOLLOWER_POSITION)
                    .setNull(FOLLOWER_POSITION.NODE)
                    .set(FOLLOWER_POSITION.EPOCH, FOLLOWER_POSITION.EPOCH.plus(1))
                    .where(
                            FOLLOWER_POSITION.FOLLOWER.eq(follower),
                            FOLLOWER_POSITION.EPOCH.eq(epoch))
                    .execute();
        }
    }
}
