package shopkeeper.persistence.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * What has been stored since the appends of a batch looked: from the database first, then each
 * accepted append of the batch itself.
 */
final class RecentFacts {
    private final DSLContext tx;
    private final long head;
    private final Map<Tag, List<Recent>> byTag = new HashMap<>();
    private final List<Recent> ofThisBatch = new ArrayList<>();

    private record Recent(long position, QualifiedName name, Set<Tag> tags) {}

    private RecentFacts(DSLContext tx, long head) {
        this.tx = tx;
        this.head = head;
    }

    /** One look for the whole batch. */
    static RecentFacts since(DSLContext tx, long head, List<Append> batch) {
        RecentFacts recent = new RecentFacts(tx, head);
        Map<String, Long> wanted = new HashMap<>();
        for (Append append : batch) {
            if (append.isConditional() && append.since() < head) {
                append.criteria()
                        .forEach(criterion ->
                                criterion
                                        .tags()
                                        .forEach(tag ->
                                                wanted.merge(
                                                        TagText.of(tag),
                                                        append.since(),
                                                        Math::min)));
            }
        }
        if (!wanted.isEmpty()) {
            recent.load(wanted);
        }
        return recent;
    }

    private void load(Map<String, Long> wanted) {
        Map<Long, Map<String, List<String>>> found = new HashMap<>();
        for (Record row :
                tx.fetch(
                        """
                        select t.position, t.name, t.tag
                        from unnest(?::text[], ?::bigint[]) as wanted (tag, since)
                        join event_tag t on t.tag = wanted.tag and t.position > wanted.since\
                        """,
                        wanted.keySet().toArray(String[]::new),
                        wanted.values().toArray(Long[]::new))) {
            found.computeIfAbsent(row.get(0, Long.class), position -> new HashMap<>())
                    .computeIfAbsent(row.get(1, String.class), name -> new ArrayList<>())
                    .add(row.get(2, String.class));
        }
        found.forEach((position, names) ->
                names.forEach((name, tags) ->
                        remember(
                                new Recent(
                                        position,
                                        new QualifiedName(name),
                                        tags.stream()
                                                .map(TagText::parse)
                                                .collect(Collectors.toUnmodifiableSet())))));
    }

    void accepted(long position, Append.Row row) {
        Recent recent = new Recent(position, new QualifiedName(row.name()), row.tags());
        ofThisBatch.add(recent);
        remember(recent);
    }

    private void remember(Recent recent) {
        recent.tags.forEach(tag -> byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(recent));
    }

    boolean conflictWith(Append append) {
        if (!append.isConditional()) {
            return false;
        }
        if (append.criteria().isEmpty()) {
            return head > Math.max(0, append.since()) || !ofThisBatch.isEmpty();
        }
        return append.criteria().stream().anyMatch(criterion -> isMet(criterion, append.since()));
    }

    private boolean isMet(EventCriterion criterion, long since) {
        if (criterion.tags().isEmpty()) {
            return isMetByName(criterion.types(), since);
        }
        Tag any = criterion.tags().iterator().next();
        return byTag.getOrDefault(any, List.of()).stream()
                .anyMatch(recent ->
                        recent.position > since && criterion.matches(recent.name, recent.tags));
    }

    private boolean isMetByName(Set<QualifiedName> names, long since) {
        return ofThisBatch.stream().anyMatch(recent -> names.contains(recent.name))
                || tx.fetchValue(
                                "select exists (select from event where position > ? and name = any (?))",
                                since,
                                names.stream().map(QualifiedName::name).toArray(String[]::new))
                        .equals(true);
    }
}
