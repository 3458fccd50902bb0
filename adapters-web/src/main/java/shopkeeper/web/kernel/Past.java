package shopkeeper.web.kernel;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
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
     * @param at the time that was named; for a position it is now
     */
    public record Then(Position position, Instant at) {}

    /** Visible in every view of this node by then. */
    public Then read(String asOf, HttpServletRequest request) {
        var now = clock.instant();
        var then =
                asOf.matches("[0-9]{1,18}")
                        ? new Then(position(Long.parseLong(asOf)), now)
                        : moment(asOf, now);
        positions.demandSeen(then.position(), request);
        return then;
    }

    private Position position(long asked) {
        long head = log.head().value();
        if (asked > head) {
            throw Problem.wrong(
                            FIELD,
                            "asOf is position %d, but the log has come to %d only."
                                    .formatted(asked, head))
                    .asException();
        }
        return new Position(asked);
    }

    private Then moment(String asOf, Instant now) {
        if (asOf.matches("-?[0-9]+")) {
            throw Problem.wrong(FIELD, "asOf is no position of the log.").asException();
        }
        var at = Input.instant(FIELD, asOf);
        if (at.isAfter(now)) {
            throw Problem.wrong(FIELD, "asOf lies in the future: ask for what was.").asException();
        }
        return new Then(log.at(at), at);
    }
}
