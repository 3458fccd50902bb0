package shopkeeper.acceptance.specs;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopkeeper.acceptance.Scene;
import shopkeeper.acceptance.drivers.NotHere;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.acceptance.specs.Trial.Unknown;
import shopkeeper.acceptance.specs.Trial.Verdict;

/** Hears how each step went, and keeps what a reader needs of it. */
final class Listener implements ConcurrentEventListener {
    private final Trials trials;
    private final Way way;
    private @Nullable Trial trial;

    Listener(Trials trials, Way way) {
        this.trials = trials;
        this.way = way;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestStepFinished.class, this::step);
        publisher.registerHandlerFor(TestCaseFinished.class, this::scenario);
    }

    private void step(TestStepFinished finished) {
        if (!(finished.getTestStep() instanceof PickleStepTestStep step)) {
            return;
        }
        var result = finished.getResult();
        if (result.getStatus() != Status.UNDEFINED && result.getError() != null && trial == null) {
            var text = step.getStep().getKeyword().strip() + " " + step.getStep().getText();
            trial =
                    new Trial(
                            result.getError() instanceof NotHere ? Verdict.SKIPPED : Verdict.FAILED,
                            text,
                            step.getStep().getLine(),
                            words(result),
                            List.of());
        }
    }

    private void scenario(TestCaseFinished finished) {
        var scenario = finished.getTestCase();
        // After the first sentence that nobody knows the others are only skipped: all are shown.
        var unknown =
                scenario.getTestSteps().stream()
                        .filter(PickleStepTestStep.class::isInstance)
                        .map(PickleStepTestStep.class::cast)
                        .filter(step -> step.getPattern() == null)
                        .map(step ->
                                new Unknown(step.getStep().getText(), step.getStep().getLine()))
                        .toList();
        trials.note(
                new Trials.Case(Path.of(scenario.getUri()), scenario.getLocation().getLine()),
                way,
                outcome(finished.getResult(), unknown));
        trial = null;
    }

    private Trial outcome(Result result, List<Unknown> unknown) {
        if (trial != null && (trial.verdict() == Verdict.FAILED || unknown.isEmpty())) {
            return trial;
        }
        if (!unknown.isEmpty()) {
            var first = unknown.getFirst();
            return new Trial(Verdict.UNKNOWN, first.text(), first.line(), "", unknown);
        }
        return result.getStatus() == Status.PASSED
                ? Trial.good(Scene.borrowed())
                : new Trial(Verdict.FAILED, "", 0, words(result), List.of());
    }

    private static String words(Result result) {
        Throwable error = result.getError();
        if (error == null) {
            return result.getStatus().name();
        }
        var message = Optional.ofNullable(error.getMessage()).orElse("");
        return switch (error) {
            case NotHere _ -> message;
            case AssertionError _ -> message.strip();
            default -> "It went wrong before it could be seen: " + deepest(error);
        };
    }

    private static String deepest(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Optional.ofNullable(cause.getMessage())
                .flatMap(words -> words.lines().findFirst())
                .orElse(cause.getClass().getSimpleName());
    }
}
