package shopkeeper.files.shopdata;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Recorded.Conflict;
import shopkeeper.domain.kernel.Recorded.Decided;
import shopkeeper.domain.kernel.Recorded.Duplicate;
import shopkeeper.domain.kernel.Recorded.Stale;
import shopkeeper.domain.kernel.Refusal;

/**
 * What came of everything that was sent, counted from many threads.
 *
 * <p>What an interrupted run had sent after its last mark is in the log but was never counted: it
 * comes again as a duplicate whose fact stands between the mark and the end of the log as this run
 * found it, and is counted as new, once.
 */
final class Tallies {
    /** What an import takes in. */
    enum Kind {
        STORE,
        PRODUCT,
        STOCK,
        PRICE_BOOK,
        CUSTOMER,
        CONSENT,
        RECEIPT,
        RETURN
    }

    private final long marked;
    private final long found;
    private final Set<Long> recovered = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<Kind, LongAdder> fresh = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Kind, LongAdder> known = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final LongAccumulator position;

    /**
     * @param found the end of the log before anything is sent
     */
    Tallies(Mark mark, Position found) {
        marked = mark.position();
        this.found = found.value();
        position = new LongAccumulator(Math::max, marked);
        mark.fresh().forEach((kind, count) -> adder(fresh, kind).add(count));
        mark.known().forEach((kind, count) -> adder(known, kind).add(count));
        mark.refused().forEach((code, count) -> adder(refused, code).add(count));
    }

    <F extends Fact, R extends Refusal> void count(Kind kind, Recorded<F, R> recorded) {
        seen(recorded.position());
        switch (recorded) {
            case Decided<F, R>(Outcome.Accepted<F, R>(var facts), _) ->
                    accepted(kind, !facts.isEmpty());
            case Decided<F, R>(Outcome.Refused<F, R>(var refusal), _) -> refused(refusal.code());
            case Duplicate<F, R>(var first) -> accepted(kind, isRecovered(first));
            case Conflict<F, R> _ -> refused("conflict");
            case Stale<F, R> _ -> refused("version-mismatch");
        }
    }

    void accepted(Kind kind, boolean changed) {
        adder(changed ? fresh : known, kind).increment();
    }

    void refused(String code) {
        adder(refused, code).increment();
    }

    void seen(Position at) {
        position.accumulate(at.value());
    }

    /** Whether this fact is one the interrupted run did not come to count; true once. */
    boolean isRecovered(Position fact) {
        return fact.value() > marked && fact.value() <= found && recovered.add(fact.value());
    }

    /** Whether the log has grown beyond what this run found. */
    boolean isEnd(Position at) {
        return at.value() == found;
    }

    ImportResult.Tally of(Kind kind) {
        return new ImportResult.Tally(
                fresh.getOrDefault(kind, new LongAdder()).sum(),
                known.getOrDefault(kind, new LongAdder()).sum());
    }

    SortedMap<String, Long> refused() {
        return new TreeMap<>(sums(refused));
    }

    Position position() {
        return new Position(position.get());
    }

    /** When nothing is under way. */
    Mark mark(Mark begin, long steps) {
        return new Mark(
                begin.digest(),
                begin.file(),
                begin.run(),
                begin.began(),
                steps,
                position.get(),
                sums(fresh),
                sums(known),
                sums(refused));
    }

    private static <K> LongAdder adder(ConcurrentHashMap<K, LongAdder> adders, K key) {
        return adders.computeIfAbsent(key, _ -> new LongAdder());
    }

    private static <K> Map<K, Long> sums(Map<K, LongAdder> adders) {
        return adders.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sum()));
    }
}
