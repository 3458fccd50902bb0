package shopkeeper.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentSkipListMap;
import shopkeeper.application.fakes.InMemoryLog;
import shopkeeper.application.kernel.LogPast;
import shopkeeper.domain.kernel.Position;

/** When each fact was recorded, by the shop's clock. */
final class PastInMemory implements LogPast {
    private final ConcurrentSkipListMap<Instant, Position> recorded = new ConcurrentSkipListMap<>();
    private final InMemoryLog log;

    PastInMemory(InMemoryLog log, InstantSource clock) {
        this.log = log;
        log.follow(logged -> recorded.put(clock.instant(), logged.position()));
    }

    @Override
    public Position head() {
        return log.seen();
    }

    @Override
    public Position at(Instant moment) {
        var last = recorded.floorEntry(moment);
        return last == null ? Position.START : last.getValue();
    }
}
