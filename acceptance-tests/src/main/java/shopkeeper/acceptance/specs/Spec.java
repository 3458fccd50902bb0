package shopkeeper.acceptance.specs;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A feature as it is written.
 *
 * @param capability the folder it lies in
 * @param text with the rows that were read from files
 * @param reasons what stands beneath the name: why it is so
 * @param complaints what is wrong with the file; where there is any, it is not run
 */
public record Spec(
        Path file,
        String capability,
        String text,
        String language,
        String name,
        List<String> reasons,
        List<Rule> rules,
        List<Complaint> complaints) {
    public Spec {
        reasons = List.copyOf(reasons);
        rules = List.copyOf(rules);
        complaints = List.copyOf(complaints);
    }

    /** All that is promised. */
    public Stream<Scenario> scenarios() {
        return rules.stream().flatMap(rule -> rule.scenarios().stream());
    }

    /**
     * A business rule.
     *
     * @param name empty for scenarios that stand under none
     */
    public record Rule(
            String keyword,
            String name,
            int line,
            List<String> reasons,
            List<Step> background,
            List<Scenario> scenarios) {}

    /**
     * A scenario, or the outline of several.
     *
     * @param planned tagged as a title that is still to be kept
     */
    public record Scenario(
            String name,
            int line,
            Set<String> tags,
            boolean planned,
            List<Step> steps,
            List<Table> examples) {
        /** The lines of what is run: its own, or those of its examples. */
        public List<Integer> cases() {
            return examples.isEmpty()
                    ? List.of(line)
                    : examples.stream()
                            .flatMap(table -> table.rows().stream())
                            .map(Row::line)
                            .toList();
        }
    }

    public record Step(String keyword, String text, int line, List<Row> table) {}

    /**
     * @param source the file the rows were read from; empty where they stand in the feature
     */
    public record Table(String name, String source, Row header, List<Row> rows) {}

    public record Row(int line, List<String> cells) {}
}
