package shopkeeper.acceptance.specs;

import java.util.List;
import shopkeeper.acceptance.specs.Spec.Scenario;

/** A run in figures. */
public record Summary(
        long features,
        long good,
        long failed,
        long unknown,
        long skipped,
        long planned,
        long broken) {
    public static Summary of(List<Spec> specs, Trials trials) {
        long good = 0;
        long failed = 0;
        long unknown = 0;
        long skipped = 0;
        long planned = 0;
        for (var spec : specs) {
            for (Scenario scenario : spec.scenarios().toList()) {
                if (scenario.planned()) {
                    planned++;
                    continue;
                }
                switch (Trials.worst(trials.of(spec, scenario)).orElse(null)) {
                    case null -> {}
                    case GOOD -> good++;
                    case FAILED -> failed++;
                    case UNKNOWN -> unknown++;
                    case SKIPPED -> skipped++;
                }
            }
        }
        long broken = specs.stream().filter(spec -> !spec.complaints().isEmpty()).count();
        return new Summary(specs.size(), good, failed, unknown, skipped, planned, broken);
    }

    boolean isGood() {
        return failed == 0 && unknown == 0 && broken == 0;
    }

    boolean triedNothing() {
        return good + failed + unknown + skipped + planned + broken == 0;
    }

    public String words() {
        var words = new StringBuilder();
        count(words, good, "scenario kept", "scenarios kept");
        count(words, failed, "not kept", "not kept");
        count(words, unknown, "with sentences nobody knows", "with sentences nobody knows");
        count(words, skipped, "not tried", "not tried");
        count(words, planned, "planned", "planned");
        count(words, broken, "file that cannot be read", "files that cannot be read");
        return words.isEmpty() ? "nothing was tried" : words.toString();
    }

    private static void count(StringBuilder words, long number, String one, String several) {
        if (number > 0) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(number)
                    .append(' ')
                    .append(number == 1 ? one : several);
        }
    }
}
