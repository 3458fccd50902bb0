package shopkeeper.web.kernel;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import shopkeeper.application.kernel.LogPast;
import shopkeeper.domain.kernel.Position;

/**
 * Reads {@code asOf}: a position of the log, or a time. What was heard of later is not told, even
 * where it happened before.
 */
@Component
public final class Past {
    private static final String FIELD = "asOf";

    private final LogPast log;
    private final Positions positions;
    private final InstantSource clock;

    Past(LogPast log, Positions positions, InstantSource clock) {
        this.log = log;
        this.positions = positions;
        this.clock = clock;
    }

    /**
     * What is asked about.
     *
     * @param position what the log had come to
     * @param at the time that was named; for a position, when it was recorded
     */
    public record Then(Position position, Instant at) {}

    /** For what the log itself is asked; the views of this node may not have come so far. */
    public Then read(String asOf, HttpServletResponse response) {
        var then = asOf.matches("[0-9]{1,18}") ? position(Long.parseLong(asOf)) : moment(asOf);
        positions.tell(then.position(), response);
        return then;
    }

    /** For what views are asked: every view of this node has come so far. */
    public Then readSeen(String asOf, HttpServletRequest request, HttpServletResponse response) {
        var then = read(asOf, response);
        positions.demandSeen(then.position(), request);
        positions.tell(then.position(), response);
        return then;
    }

    private Then position(long asked) {
        long head = log.head().value();
        if (asked > head) {
            throw Problem.wrong(
                            FIELD,
                            "asOf is position %d, but the log has come to %d only."
                                    .formatted(asked, head))
                    .asException();
        }
        var position = new Position(asked);
        return new Then(position, log.recordedAt(position));
    }

    private Then moment(String asOf) {
        if (asOf.matches("-?[0-9]+")) {
            throw Problem.wrong(FIELD, "asOf is no position of the log.").asException();
        }
        var at = Input.instant(FIELD, asOf);
        if (at.isAfter(clock.instant())) {
            throw Problem.wrong(FIELD, "asOf lies in the future: ask for what was.").asException();
        }
        // As finely as the database keeps time.
        return new Then(log.at(at), at.truncatedTo(ChronoUnit.MICROS));
    }
}
