package shopkeeper.persistence.eventlog;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static shopkeeper.persistence.schema.generated.Tables.EVENT;
import static shopkeeper.persistence.schema.generated.Tables.EVENT_TAG;
import static shopkeeper.persistence.schema.generated.Tables.LOG_HEAD;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import shopkeeper.domain.kernel.Fact;

/** Reads the log's tables. */
final class LogTable {
    private static final Field<?>[] COLUMNS = {
        EVENT.POSITION,
        EVENT.ID,
        EVENT.NAME,
        EVENT.VERSION,
        EVENT.PAYLOAD,
        EVENT.METADATA,
        EVENT.RECORDED_AT
    };

    private final DSLContext sql;
    private final Together<TagLook, Read> looks;

    LogTable(DSLContext sql) {
        this.sql = sql;
        this.looks =
                new Together<>(
                        asked ->
                                sql.connectionResult(
                                        connection -> TagLooks.at(connection, asked, this::whole)),
                        2);
    }

    record Stored(
            long position,
            UUID id,
            String name,
            String version,
            String payload,
            String metadata,
            Instant at)
            implements StoredFact {
        @Override
        public int size() {
            return payload.length();
        }

        @Override
        public Fact readBy(Vocabulary vocabulary) {
            return vocabulary.read(name, version, payload);
        }

        @Override
        public boolean mayBeCausedBy(String message) {
            return metadata.contains(message) || metadata.indexOf('\\') >= 0;
        }
    }

    /** The head and what stands up to it, as of one moment. */
    record Read(long head, List<? extends StoredFact> facts) {}

    long head() {
        Long head = sql.select(LOG_HEAD.POSITION).from(LOG_HEAD).fetchOne(LOG_HEAD.POSITION);
        return head == null ? 0 : head;
    }

    private List<Stored> whole(List<Long> positions) {
        return sql.select(COLUMNS)
                .from(EVENT)
                .where(EVENT.POSITION.eq(DSL.any(positions.toArray(Long[]::new))))
                .fetch(LogTable::stored);
    }

    List<Stored> after(long position, int limit) {
        return sql.select(COLUMNS)
                .from(EVENT)
                .where(EVENT.POSITION.gt(position))
                .orderBy(EVENT.POSITION)
                .limit(limit)
                .fetch(LogTable::stored);
    }

    /** But for those of some names. */
    List<Stored> between(long after, long upTo, Set<QualifiedName> without) {
        return sql.select(COLUMNS)
                .from(EVENT)
                .where(
                        EVENT.POSITION.gt(after),
                        EVENT.POSITION.le(upTo),
                        without.isEmpty() ? noCondition() : EVENT.NAME.ne(DSL.all(names(without))))
                .orderBy(EVENT.POSITION)
                .fetch(LogTable::stored);
    }

    List<Stored> after(long position, EventCriteria criteria, int limit) {
        return sql.select(COLUMNS)
                .from(EVENT)
                .where(EVENT.POSITION.gt(position), matching(criteria))
                .orderBy(EVENT.POSITION)
                .limit(limit)
                .fetch(LogTable::stored);
    }

    /** But for its message's own tag. */
    Set<String> tags(long position) {
        return sql.select(EVENT_TAG.TAG)
                .from(EVENT_TAG)
                .where(
                        EVENT_TAG.POSITION.eq(position),
                        EVENT_TAG.TAG.notLike(MessageMark.NAME + ":%"))
                .union(
                        select(EVENT.STORY)
                                .from(EVENT)
                                .where(EVENT.POSITION.eq(position), EVENT.STORY.isNotNull()))
                .fetchSet(EVENT_TAG.TAG);
    }

    /**
     * One statement sees one moment, so nothing can come between the head and the facts.
     *
     * @param start facts up to here were seen before
     */
    Read source(EventCriteria criteria, long start) {
        return start > 0
                ? sourceAny(criteria, start)
                : TagLook.of(criteria).map(looks::ask).orElseGet(() -> sourceAny(criteria, start));
    }

    /** What matches and stands no later than there. */
    List<Stored> upTo(EventCriteria criteria, long last) {
        return sql.select(COLUMNS)
                .from(EVENT)
                .where(EVENT.POSITION.le(last), matching(criteria))
                .orderBy(EVENT.POSITION)
                .fetch(LogTable::stored);
    }

    private Read sourceAny(EventCriteria criteria, long start) {
        List<Stored> facts = new ArrayList<>();
        long head = 0;
        for (Record row :
                sql.select(LOG_HEAD.POSITION)
                        .select(COLUMNS)
                        .from(LOG_HEAD)
                        .leftJoin(EVENT)
                        .on(
                                EVENT.POSITION.gt(start),
                                EVENT.POSITION.le(LOG_HEAD.POSITION),
                                matching(criteria))
                        .orderBy(EVENT.POSITION)
                        .fetch()) {
            head = row.get(LOG_HEAD.POSITION);
            if (row.get(EVENT.POSITION) != null) {
                facts.add(stored(row));
            }
        }
        return new Read(head, facts);
    }

    /** The position before the first fact that was recorded then or later. */
    long before(Instant at) {
        Long first =
                sql.select(DSL.min(EVENT.POSITION))
                        .from(EVENT)
                        .where(EVENT.RECORDED_AT.ge(at.atOffset(ZoneOffset.UTC)))
                        .fetchOne(0, Long.class);
        return first == null ? head() : first - 1;
    }

    private static Condition matching(EventCriteria criteria) {
        if (!criteria.hasCriteria()) {
            return trueCondition();
        }
        Map<Set<QualifiedName>, List<String>> oneTag = new LinkedHashMap<>();
        Condition byName = noCondition();
        List<Select<Record1<Long>>> found = new ArrayList<>();
        for (EventCriterion criterion : criteria.flatten()) {
            if (criterion.tags().isEmpty()) {
                byName = byName.or(EVENT.NAME.in(names(criterion.types())));
            } else if (criterion.tags().size() == 1) {
                oneTag.computeIfAbsent(criterion.types(), names -> new ArrayList<>())
                        .add(TagText.of(criterion.tags().iterator().next()));
            } else {
                found.add(havingAll(criterion));
            }
        }
        oneTag.forEach((names, tags) -> found.add(havingAny(tags, names)));
        return found.stream()
                .reduce(Select::union)
                .map(EVENT.POSITION::in)
                .orElse(noCondition())
                .or(byName);
    }

    /** A tag stands either in the fact's own row or in one beside it. */
    private static Select<Record1<Long>> havingAny(List<String> tags, Set<QualifiedName> names) {
        String[] any = tags.toArray(String[]::new);
        return select(EVENT_TAG.POSITION)
                .from(EVENT_TAG)
                .where(EVENT_TAG.TAG.eq(DSL.any(any)), named(EVENT_TAG.NAME, names))
                .union(
                        select(EVENT.POSITION)
                                .from(EVENT)
                                .where(EVENT.STORY.eq(DSL.any(any)), named(EVENT.NAME, names)));
    }

    private static Select<Record1<Long>> havingAll(EventCriterion criterion) {
        return criterion.tags().stream()
                .map(tag -> havingAny(List.of(TagText.of(tag)), criterion.types()))
                .reduce(Select::intersect)
                .orElseThrow();
    }

    private static Condition named(Field<String> name, Set<QualifiedName> names) {
        return names.isEmpty() ? noCondition() : name.eq(DSL.any(names(names)));
    }

    private static String[] names(Set<QualifiedName> names) {
        return names.stream().map(QualifiedName::name).toArray(String[]::new);
    }

    private static Stored stored(Record row) {
        return new Stored(
                row.get(EVENT.POSITION),
                row.get(EVENT.ID),
                row.get(EVENT.NAME),
                row.get(EVENT.VERSION),
                row.get(EVENT.PAYLOAD),
                row.get(EVENT.METADATA),
                row.get(EVENT.RECORDED_AT).toInstant());
    }
}
