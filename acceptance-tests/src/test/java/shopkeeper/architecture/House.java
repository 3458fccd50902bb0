package shopkeeper.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rooms of the house by name, and every class in them. */
final class House {
    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("shopkeeper");

    static final List<String> ADAPTERS =
            List.of("web", "messaging", "persistence", "learning", "files");

    /** Rooms that may still be empty; once somebody moves in, they must be taken off this list. */
    static final Set<String> STILL_EMPTY = Set.of();

    static final List<String> CAPABILITIES =
            List.of(
                    "catalog",
                    "profile",
                    "consent",
                    "behavior",
                    "recommendation",
                    "pricing",
                    "decision");

    /** Which capabilities and technical packages live in which room. */
    static final Map<String, List<String>> PACKAGES =
            Map.of(
                    "domain", and(CAPABILITIES, "kernel"),
                    "application", and(CAPABILITIES, "kernel", "access", "repetition"),
                    "web",
                            List.of(
                                    "kernel",
                                    "operations",
                                    "security",
                                    "repetition",
                                    "contract",
                                    "behavior",
                                    "catalog",
                                    "consent",
                                    "decision",
                                    "desk",
                                    "pricing",
                                    "profile",
                                    "recommendation"),
                    "messaging",
                            List.of(
                                    "kernel",
                                    "broker",
                                    "announcement",
                                    "behavior",
                                    "consent",
                                    "decision"),
                    "persistence",
                            List.of(
                                    "eventlog",
                                    "feed",
                                    "schema",
                                    "quarantine",
                                    "repetition",
                                    "behavior",
                                    "catalog",
                                    "consent",
                                    "decision",
                                    "pricing",
                                    "profile",
                                    "recommendation"),
                    "learning", List.of("algebra", "ranking", "recommendation"),
                    "files", List.of("access", "evaluation", "profile", "secrets", "shopdata"));

    private House() {}

    private static List<String> and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
