package shopkeeper.application.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.NOON;
import static shopkeeper.application.Told.device;

import java.util.List;
import org.junit.jupiter.api.Test;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Personal;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileEvent.DeviceChangedHands;
import shopkeeper.domain.profile.ProfileEvent.IdentifiersLinked;

class CustomerDirectoryTest {
    private static final CustomerId ANN = new CustomerId("ann");
    private static final CustomerId BEA = new CustomerId("bea");
    private static final Link TABLET =
            new Link(
                    IdentifierType.ANONYMOUS,
                    new IdentifierKey("tablet"),
                    Personal.known("tablet"));

    private final CustomerDirectory directory =
            new CustomerDirectory(identifier -> new IdentifierKey(identifier.value()));

    @Test
    void a_link_that_is_told_late_does_not_give_the_device_back() {
        var now = Moment.at(NOON);
        told(2, new DeviceChangedHands(ANN, BEA, TABLET, List.of(), Via.web(), now));
        told(1, new IdentifiersLinked(ANN, List.of(TABLET), List.of(), Via.web(), now));

        assertThat(directory.find(device("tablet"))).contains(BEA);
    }

    private void told(long position, ProfileEvent event) {
        directory.remember(new Logged<>(new Position(position), new MessageId("test", "1"), event));
    }
}
