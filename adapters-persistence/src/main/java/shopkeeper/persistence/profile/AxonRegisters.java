package shopkeeper.persistence.profile;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import shopkeeper.application.profile.Registers;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileRefusal;
import shopkeeper.domain.profile.Register;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.Story;

/** The register in the log: the boundary of a decision is the identifiers it speaks of. */
final class AxonRegisters implements Registers {
    private static final Story<Register, ProfileEvent> STORY =
            new Story<>(ProfileEvent.class, Register.EMPTY, Register::evolve);

    private final EventLog log;

    AxonRegisters(EventLog log) {
        this.log = log;
    }

    @Override
    public Recorded<ProfileEvent, ProfileRefusal> decide(
            List<IdentifierKey> keys,
            Message message,
            Function<Register, Outcome<ProfileEvent, ProfileRefusal>> decide) {
        return log.decide(message, tags(keys), STORY, decide);
    }

    @Override
    public Register current(List<IdentifierKey> keys) {
        return log.read(tags(keys), STORY).state();
    }

    private static Set<String> tags(List<IdentifierKey> keys) {
        return keys.stream().map(ProfileEventCatalog::tag).collect(Collectors.toSet());
    }
}
