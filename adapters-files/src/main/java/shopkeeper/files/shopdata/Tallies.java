package shopkeeper.files.shopdata;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Recorded.Conflict;
import shopkeeper.domain.kernel.Recorded.Decided;
import shopkeeper.domain.kernel.Recorded.Duplicate;
import shopkeeper.domain.kernel.Recorded.Stale;
import shopkeeper.domain.kernel.Refusal;

/** What came of everything that was sent, counted from many threads. */
final class Tallies {
    /** What an import takes in. */
    enum Kind {
        STORE,
        PRODUCT,
        STOCK,
        PRICE_BOOK,
        CUSTOMER,
        RECEIPT,
        RETURN
    }

    private final ConcurrentHashMap<Kind, LongAdder> fresh = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Kind, LongAdder> known = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final LongAccumulator position = new LongAccumulator(Math::max, 0);

    <F extends Fact, R extends Refusal> void count(Kind kind, Recorded<F, R> recorded) {
        seen(recorded.position());
        switch (recorded) {
            case Decided<F, R>(Outcome.Accepted<F, R>(var facts), _) ->
                    accepted(kind, !facts.isEmpty());
            case Decided<F, R>(Outcome.Refused<F, R>(var refusal), _) -> refused(refusal.code());
            case Duplicate<F, R> _ -> accepted(kind, false);
            case Conflict<F, R> _ -> refused("conflict");
            case Stale<F, R> _ -> refused("version-mismatch");
        }
    }

    void accepted(Kind kind, boolean changed) {
        (changed ? fresh : known).computeIfAbsent(kind, _ -> new LongAdder()).increment();
    }

    void refused(String code) {
        refused.computeIfAbsent(code, _ -> new LongAdder()).increment();
    }

    void seen(Position at) {
        position.accumulate(at.value());
    }

    ImportResult.Tally of(Kind kind) {
        return new ImportResult.Tally(
                fresh.getOrDefault(kind, new LongAdder()).sum(),
                known.getOrDefault(kind, new LongAdder()).sum());
    }

    SortedMap<String, Long> refused() {
        var counts = new TreeMap<String, Long>();
        refused.forEach((code, count) -> counts.put(code, count.sum()));
        return counts;
    }

    Position position() {
        return new Position(position.get());
    }
}
