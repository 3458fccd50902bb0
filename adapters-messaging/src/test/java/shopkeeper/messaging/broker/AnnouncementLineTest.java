package shopkeeper.messaging.broker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopkeeper.application.access.Client;
import shopkeeper.application.fakes.InMemoryKeys;
import shopkeeper.application.kernel.Logged;
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;

final class AnnouncementLineTest {
    private static final Client TILL = Client.named("till:0042:07");
    private static final String SECRET = "s3cret";

    private final InMemoryKeys keys = new InMemoryKeys();

    @Test
    void what_the_broker_turns_away_is_no_outage_and_a_broker_that_is_away_is_one(
            @TempDir Path data) {
        var access = new AtomicReference<BrokerAccess>();
        try (var line = new AnnouncementLine(access::get)) {
            try (var broker = new HomeBroker(data, "127.0.0.1", 0, 0, keys, SECRET);
                    var stranger = new AnnouncementLine(access::get)) {
                broker.start();
                access.set(access(broker.port(), TILL.name(), keys.keyOf(TILL)));
                assertThatThrownBy(() -> stranger.announce(facts()))
                        .isInstanceOf(TurnedAway.class)
                        .hasMessage("the broker turned an announcement away: rejected");
                access.set(access(broker.port(), Visitor.PLATFORM, SECRET));
                assertThatCode(() -> line.announce(facts())).doesNotThrowAnyException();
            }
            assertThatThrownBy(() -> line.announce(facts())).isInstanceOf(Unavailable.class);
        }
    }

    private static BrokerAccess access(int port, String user, String password) {
        return new BrokerAccess("127.0.0.1", port, false, user, password);
    }

    private static List<Logged<? extends Fact>> facts() {
        var withdrawn =
                new ConsentWithdrawn(
                        new CustomerId("c-ann"),
                        Use.of(Purpose.ANALYTICS),
                        Via.web(),
                        Moment.at(Instant.EPOCH));
        return List.of(new Logged<>(new Position(1), new MessageId("web", "1"), withdrawn));
    }
}
