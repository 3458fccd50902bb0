package shopkeeper.bootstrap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.persistence.feed.Remembered;

/**
 * How long it takes from hearing a fact in one channel until it counts in the decisions of all: the
 * moment the last memory has it.
 */
final class SyncMetric implements Remembered {
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    private record Told(Channel channel, Moment at) {
        static Told via(Via via, Moment at) {
            return new Told(via.channel(), at);
        }
    }

    SyncMetric(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void everywhere(Logged<? extends Fact> logged, Duration sinceCommit) {
        told(logged.fact())
                .ifPresent(told -> {
                    var since = Duration.between(told.at().received(), clock.instant());
                    timer("shopkeeper.sync.received.to.effect", told.channel())
                            .record(since.isNegative() ? Duration.ZERO : since);
                    timer("shopkeeper.sync.commit.to.effect", told.channel()).record(sinceCommit);
                });
    }

    private Timer timer(String name, Channel channel) {
        return timers.computeIfAbsent(
                name + channel,
                _ ->
                        Timer.builder(name)
                                .description(
                                        "from a fact in this channel to its effect on decisions in every channel")
                                .tag("channel", channel.name())
                                .publishPercentiles(0.5, 0.95, 0.99)
                                .register(meters));
    }

    /** Only facts of customers come from a channel. */
    private static Optional<Told> told(Fact fact) {
        return switch (fact) {
            case PurchaseRecorded bought -> Optional.of(Told.via(bought.via(), bought.at()));
            case ReturnRecorded back -> Optional.of(Told.via(back.via(), back.at()));
            case PurchaseVoided voided -> Optional.of(Told.via(voided.via(), voided.at()));
            case BehaviorEvent _ -> Optional.empty();
            case ConsentEvent consent -> Optional.of(Told.via(consent.via(), consent.at()));
            case ProfileEvent profile -> Optional.of(Told.via(profile.via(), profile.at()));
            default -> Optional.empty();
        };
    }
}
