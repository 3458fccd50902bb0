package shopkeeper.web.operations;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import shopkeeper.application.access.Scope;
import shopkeeper.application.kernel.MovableClock;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.security.CallableBy;

/** The clock of a platform for specs; on any other platform there is nothing here. */
@RestController
@RequestMapping("/v1/clock")
final class ClockController {
    private final Optional<MovableClock> virtual;

    ClockController(InstantSource time) {
        this.virtual =
                time instanceof MovableClock movable ? Optional.of(movable) : Optional.empty();
    }

    @GetMapping
    @CallableBy(Scope.OPERATE)
    OperationsJson.ClockTime now() {
        return new OperationsJson.ClockTime(clock().instant().toString());
    }

    @PostMapping(consumes = APPLICATION_JSON_VALUE)
    @CallableBy(Scope.OPERATE)
    OperationsJson.ClockTime move(@RequestBody OperationsJson.ClockMove asked) {
        var clock = clock();
        var later = later(clock.instant(), asked);
        if (!clock.moveTo(later)) {
            throw Problem.of(
                            422,
                            "clock-never-goes-back",
                            "The clock never goes back",
                            "It is already %s: what has happened cannot lie in the future."
                                    .formatted(clock.instant()))
                    .asException();
        }
        return now();
    }

    private MovableClock clock() {
        return virtual.orElseThrow(() ->
                Problem.notFound(
                                "This platform goes by the world's clock; one started with"
                                        + " --virtual-clock can be moved.")
                        .asException());
    }

    private static Instant later(Instant now, OperationsJson.ClockMove asked) {
        if ((asked.at() == null) == (asked.forward() == null)) {
            throw Problem.invalid("Say either at, or forward.").asException();
        }
        return asked.at() == null
                ? Input.instant("forward", now.plus(forward(asked)).toString())
                : Input.instant("at", asked.at());
    }

    private static Duration forward(OperationsJson.ClockMove asked) {
        try {
            var forward = Duration.parse(Input.required("forward", asked.forward()));
            if (!forward.isNegative() && forward.toDays() < 100_000) {
                return forward;
            }
        } catch (DateTimeParseException _) {
            // said below, with the same words
        }
        throw Problem.invalid("forward must be a time such as PT31M or P2D.").asException();
    }
}
