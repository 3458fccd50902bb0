package shopkeeper.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import shopkeeper.application.fakes.InMemoryLog;
import shopkeeper.application.kernel.LogPast;
import shopkeeper.domain.kernel.Position;

/** When each fact was recorded, by the shop's clock. */
final class PastInMemory implements LogPast {
    private final Map<Position, Instant> recorded = new ConcurrentHashMap<>();
    private final InMemoryLog log;

    PastInMemory(InMemoryLog log, InstantSource clock) {
        this.log = log;
        log.follow(logged -> recorded.put(logged.position(), clock.instant()));
    }

    @Override
    public Position head() {
        return log.seen();
    }

    @Override
    public Position at(Instant moment) {
        return recorded.entrySet().stream()
                .filter(one -> !one.getValue().isAfter(moment))
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder())
                .orElse(Position.START);
    }

    @Override
    public Instant recordedAt(Position position) {
        return recorded.getOrDefault(position, Instant.EPOCH);
    }
}
