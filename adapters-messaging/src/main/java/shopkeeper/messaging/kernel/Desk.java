package shopkeeper.messaging.kernel;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.messaging.kernel.Answer.Kind;
import shopkeeper.messaging.kernel.Answer.Outcome;
import shopkeeper.messaging.kernel.Answer.Reply;

/**
 * Where messages arrive: each is read, heard and answered, and what nobody can use is kept with its
 * reason.
 */
public final class Desk {
    private final Map<String, Listener> listeners;
    private final Quarantine quarantine;
    private final InstantSource clock;
    private final Map<Kind, Long> counts = new ConcurrentHashMap<>();

    /**
     * @param listeners by address
     */
    public Desk(Map<String, Listener> listeners, Quarantine quarantine, InstantSource clock) {
        this.listeners = Map.copyOf(listeners);
        this.quarantine = quarantine;
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            counts.put(kind, 0L);
        }
    }

    /** Reads the envelope; a letter whose envelope cannot be read is opened all the same. */
    public Letter open(Incoming incoming) {
        try {
            var event = CloudEventReader.read(incoming);
            return new Letter(incoming, Optional.of(event), Optional.empty());
        } catch (MalformedMessage malformed) {
            return new Letter(incoming, Optional.empty(), Optional.of(malformed));
        }
    }

    /**
     * Hears the message; an exception means that the house is not in order, not the message, so
     * that it must be tried again.
     */
    public Answer take(Letter letter) {
        var answer = heard(letter);
        if (answer instanceof Outcome outcome && outcome.kind().isKept()) {
            keep(letter, outcome);
        }
        count(answer);
        return answer;
    }

    /** Gives up on a message that failed again and again. */
    public Answer giveUp(Letter letter) {
        var outcome =
                Outcome.because(
                        Kind.QUARANTINED,
                        "failed",
                        "The platform failed on this message again and again.");
        keep(letter, outcome);
        count(outcome);
        return outcome;
    }

    /** How many messages had which outcome since the start. */
    public Map<String, Long> counts() {
        var told = new TreeMap<String, Long>();
        counts.forEach((kind, count) -> told.put(word(kind), count));
        return told;
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Answer heard(Letter letter) {
        try {
            return listener(letter).hear(opened(letter));
        } catch (MalformedMessage malformed) {
            return Outcome.because(Kind.QUARANTINED, malformed.code(), malformed.words());
        }
    }

    private Heard opened(Letter letter) {
        if (letter.malformed().isPresent()) {
            throw letter.malformed().get();
        }
        var event = letter.event().orElseThrow();
        var till = Till.of(event.source());
        var sender = letter.incoming().broughtBy().filter(name -> name.startsWith("till:"));
        if (sender.isPresent() && !sender.get().equals(till.client())) {
            throw new MalformedMessage(
                    "A till speaks for itself: source names another one than the key.");
        }
        return new Heard(event, till, clock.instant(), letter.incoming().arrivedNanos());
    }

    private Listener listener(Letter letter) {
        var listener = listeners.get(letter.incoming().address());
        if (listener == null) {
            throw new MalformedMessage("Nobody listens at " + letter.incoming().address() + ".");
        }
        return listener;
    }

    private void keep(Letter letter, Outcome outcome) {
        var reason = outcome.reason().orElseThrow();
        quarantine.keep(
                new Quarantine.Kept(
                        letter.incoming().address(),
                        letter.sender(),
                        reason.code(),
                        reason.text(),
                        new String(letter.incoming().body(), StandardCharsets.UTF_8)
                                .replace('\0', '\uFFFD'),
                        clock.instant()));
    }

    private void count(Answer answer) {
        switch (answer) {
            case Outcome outcome -> counts.merge(outcome.kind(), 1L, Long::sum);
            case Reply _ -> counts.merge(Kind.ACCEPTED, 1L, Long::sum);
        }
    }
}
