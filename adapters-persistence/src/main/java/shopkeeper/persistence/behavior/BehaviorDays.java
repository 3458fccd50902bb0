package shopkeeper.persistence.behavior;

import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR_DAY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import shopkeeper.domain.behavior.KeepingPolicy;
import shopkeeper.domain.consent.Purpose;

/** A partition for each day: made ahead, and dropped when nothing of its day is kept any more. */
final class BehaviorDays {
    private static final int AHEAD = 2;
    private static final long PARTITIONS_LOCK = 4_711_001;

    private final DSLContext sql;
    private final Lock making = new ReentrantLock();
    private final Set<LocalDate> made = ConcurrentHashMap.newKeySet();

    BehaviorDays(DSLContext sql) {
        this.sql = sql;
    }

    /** Makes sure that these days have a place, and today and the days that follow it. */
    void make(Collection<LocalDate> days, LocalDate today) {
        days.forEach(this::make);
        for (int ahead = 0; ahead <= AHEAD; ahead++) {
            make(today.plusDays(ahead));
        }
    }

    private void make(LocalDate day) {
        if (made.contains(day)) {
            return;
        }
        making.lock();
        try {
            if (!made.contains(day)) {
                create(day);
                made.add(day);
            }
        } finally {
            making.unlock();
        }
    }

    /** A table is attached, which lets others write meanwhile; a created partition would not. */
    private void create(LocalDate day) {
        sql.transaction(making -> {
            var tx = making.dsl();
            lock(tx);
            tx.insertInto(BEHAVIOR_DAY).set(BEHAVIOR_DAY.DAY, day).onConflictDoNothing().execute();
            var table = table(day);
            if (tx.fetchValue("select to_regclass({0})", DSL.inline(table)) == null) {
                tx.execute(
                        "create table %s (like behavior including defaults including constraints)"
                                .formatted(table));
                tx.execute(
                        "alter table behavior attach partition %s for values from ('%s') to ('%s')"
                                .formatted(table, day, day.plusDays(1)));
            }
        });
    }

    /** Drops the days that are over, and ends what is kept shorter in the days that are left. */
    void expire(LocalDate today) {
        var old =
                sql.select(BEHAVIOR_DAY.DAY)
                        .from(BEHAVIOR_DAY)
                        .where(BEHAVIOR_DAY.DAY.lt(KeepingPolicy.oldest(today)))
                        .fetch(BEHAVIOR_DAY.DAY);
        old.forEach(this::drop);
        var over =
                sql.select(BEHAVIOR_DAY.DAY)
                        .from(BEHAVIOR_DAY)
                        .where(
                                BEHAVIOR_DAY.DAY.lt(
                                        KeepingPolicy.oldest(
                                                Purpose.CONTENT_PERSONALIZATION, today)),
                                BEHAVIOR_DAY.PERSONALIZATION_ENDED.isFalse())
                        .fetch(BEHAVIOR_DAY.DAY);
        over.forEach(this::endPersonalization);
    }

    private void drop(LocalDate day) {
        sql.transaction(dropping -> {
            var tx = dropping.dsl();
            lock(tx);
            tx.execute("set local lock_timeout = '2s'");
            tx.execute("drop table if exists " + table(day));
            tx.deleteFrom(BEHAVIOR_DAY).where(BEHAVIOR_DAY.DAY.eq(day)).execute();
        });
        made.remove(day);
    }

    private void endPersonalization(LocalDate day) {
        sql.transaction(ending -> {
            var tx = ending.dsl();
            Stripped.of(Purpose.CONTENT_PERSONALIZATION, tx, DSL.field("day").eq(day));
            tx.update(BEHAVIOR_DAY)
                    .set(BEHAVIOR_DAY.PERSONALIZATION_ENDED, true)
                    .where(BEHAVIOR_DAY.DAY.eq(day))
                    .execute();
        });
    }

    private static void lock(DSLContext tx) {
        tx.execute("select pg_advisory_xact_lock({0})", DSL.inline(PARTITIONS_LOCK));
    }

    private static String table(LocalDate day) {
        return "behavior_" + day.toString().replace('-', '_');
    }
}
