package shopkeeper.acceptance.specs;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import shopkeeper.acceptance.specs.StepCatalog.Entry;

/** The step catalog for a terminal. */
final class CatalogText {
    private static final List<String> KEYWORDS = List.of("Given", "When", "Then");

    private final StepCatalog catalog;

    CatalogText(StepCatalog catalog) {
        this.catalog = catalog;
    }

    void print(PrintStream out) {
        out.println("The sentences that features are made of. What stands in {braces} is yours:");
        Parameters.all()
                .forEach(parameter ->
                        out.printf("  {%s}  %s%n", parameter.name(), parameter.words()));
        for (String keyword : KEYWORDS) {
            out.printf("%n%s%n", keyword);
            catalog.entries().stream()
                    .filter(entry -> entry.keyword().equals(keyword) && !entry.isSynonym())
                    .sorted(Comparator.comparing(Entry::group).thenComparing(Entry::expression))
                    .forEach(entry -> print(out, entry));
        }
    }

    private void print(PrintStream out, Entry entry) {
        out.printf("  %s%n", entry.expression());
        out.printf("      such as: %s%n", entry.example());
        var synonyms = catalog.synonyms(entry);
        if (!synonyms.isEmpty()) {
            out.printf(
                    "      also:    %s%n",
                    synonyms.stream()
                            .map(Entry::expression)
                            .collect(Collectors.joining("\n               ")));
        }
        out.printf(
                "      plays:   %s%n",
                entry.ways().stream().map(Tags::word).collect(Collectors.joining(", ")));
    }
}
