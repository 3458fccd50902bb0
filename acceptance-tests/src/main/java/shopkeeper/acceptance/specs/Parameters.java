package shopkeeper.acceptance.specs;

import io.cucumber.java.ParameterType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.acceptance.steps.ClockSteps;
import shopkeeper.acceptance.steps.Words;

/** What may stand in the braces of a step. */
public final class Parameters {
    private static final Map<String, String> OPEN =
            Map.of(
                    "customer", "a name with a capital letter, such as Ann or C-1001",
                    "product", "a word such as salt, or several in quotes",
                    "withheld",
                            "her purchase history as she withdrew (refused, was never asked),"
                                    + " everything personal as nobody knows her, or the code in quotes",
                    "amount", "a number such as 2.95",
                    "money", "an amount with its currency such as 59.90 EUR",
                    "currency", "three letters such as EUR",
                    "date", "a day such as 2026-11-20",
                    "time", "a time such as 11:41");

    private Parameters() {}

    /** One kind of parameter and what it takes. */
    public record Parameter(String name, String words) {}

    public static List<Parameter> all() {
        var own =
                Stream.of(Words.class, ClockSteps.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(method ->
                                Stream.ofNullable(method.getAnnotation(ParameterType.class)))
                        .map(type ->
                                new Parameter(
                                        type.name(),
                                        OPEN.getOrDefault(type.name(), listed(type.value()))));
        var plain =
                Stream.of(
                        new Parameter("word", "one word"),
                        new Parameter("int", "a whole number"),
                        new Parameter("string", "words in quotes"));
        return Stream.concat(own, plain).sorted(Comparator.comparing(Parameter::name)).toList();
    }

    /** The plain words among the alternatives; codes are understood too, and nobody needs them. */
    private static String listed(String alternatives) {
        return Arrays.stream(alternatives.split("\\|"))
                .filter(word -> word.matches("[\\p{Ll} -]+|[\\p{L} -]* [\\p{L} -]*"))
                .collect(Collectors.joining(", "));
    }
}
