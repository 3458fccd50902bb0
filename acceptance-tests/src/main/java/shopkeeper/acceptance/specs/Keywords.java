package shopkeeper.acceptance.specs;

import io.cucumber.gherkin.GherkinDialect;
import io.cucumber.gherkin.GherkinDialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keywords of features, and those that were probably meant. */
final class Keywords {
    private static final Pattern LANGUAGE =
            Pattern.compile("(?m)^\\s*#\\s*language\\s*:\\s*([\\w-]+)");
    private static final Pattern HEADING = Pattern.compile("^(\\p{L}[\\p{L} ]{2,30}):.*");

    private final GherkinDialect dialect;

    Keywords(String language) {
        this.dialect =
                GherkinDialects.getDialect(language)
                        .or(() -> GherkinDialects.getDialect("en"))
                        .orElseThrow();
    }

    /** A line that stands where Gherkin expects something else. */
    static String misunderstood(String text, String line) {
        var language = LANGUAGE.matcher(text);
        var keywords = new Keywords(language.find() ? language.group(1) : "en");
        return keywords.meant(line)
                .map(meant -> "'%s' is not understood; did you mean '%s'?".formatted(line, meant))
                .orElse(
                        "'%s' is not understood here: a line begins with one of %s, or is a row of a table (|), a comment (#) or a tag (@)"
                                .formatted(line, String.join(", ", keywords.usual())));
    }

    /**
     * A line of free text that was probably meant as a keyword.
     *
     * @param inScenario free text beneath a scenario: steps may be misspelt there
     */
    Optional<String> disguised(String line, boolean inScenario) {
        var words = line.strip();
        if (HEADING.matcher(words).matches() || inScenario) {
            return meant(words).filter(keyword -> inScenario || keyword.endsWith(":"));
        }
        return Optional.empty();
    }

    private Optional<String> meant(String line) {
        var heading = HEADING.matcher(line.strip());
        if (heading.matches()) {
            return Likeness.meant(heading.group(1), headings()).map(keyword -> keyword + ":");
        }
        var first = line.strip().split("\\s+", 2)[0];
        if (first.length() < 3 || first.equals("The")) {
            return headings().stream()
                    .filter(first::equalsIgnoreCase)
                    .findFirst()
                    .map(keyword -> keyword + ":");
        }
        return headings().stream()
                .filter(first::equalsIgnoreCase)
                .findFirst()
                .map(keyword -> keyword + ":")
                .or(() -> Likeness.meant(first, steps()));
    }

    private List<String> headings() {
        return Stream.of(
                        dialect.getFeatureKeywords(),
                        dialect.getRuleKeywords(),
                        dialect.getBackgroundKeywords(),
                        dialect.getScenarioOutlineKeywords(),
                        dialect.getScenarioKeywords(),
                        dialect.getExamplesKeywords())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private List<String> steps() {
        return dialect.getStepKeywords().stream()
                .map(String::strip)
                .filter(keyword -> keyword.length() > 1)
                .toList();
    }

    private List<String> usual() {
        var usual = new ArrayList<String>();
        Stream.of(
                        dialect.getFeatureKeywords(),
                        dialect.getRuleKeywords(),
                        dialect.getScenarioKeywords(),
                        dialect.getExamplesKeywords())
                .map(keywords -> keywords.getFirst() + ":")
                .forEach(usual::add);
        Stream.of(
                        dialect.getGivenKeywords(),
                        dialect.getWhenKeywords(),
                        dialect.getThenKeywords(),
                        dialect.getAndKeywords())
                .map(keywords -> keywords.stream().filter(one -> one.length() > 2).findFirst())
                .flatMap(Optional::stream)
                .map(String::strip)
                .forEach(usual::add);
        return usual;
    }
}
