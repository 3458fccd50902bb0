package shopkeeper.bootstrap.demo;

import java.io.PrintStream;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Tells what happens and shows each decision with its reasons. */
final class Narrator {
    private final PrintStream out;
    private final UnaryOperator<String> productNames;
    private final Runnable beforeEachStep;
    private int steps;

    Narrator(PrintStream out, UnaryOperator<String> productNames, Runnable beforeEachStep) {
        this.out = out;
        this.productNames = productNames;
        this.beforeEachStep = beforeEachStep;
    }

    void tell(String channel, String what) {
        beforeEachStep.run();
        out.printf("%n%2d  %-8s  %s%n", ++steps, channel, what);
    }

    void note(String words) {
        out.println("              " + words);
    }

    void show(JsonNode decision) {
        note(
                "decision %s, mode %s, good until %s"
                        .formatted(
                                decision.path("decisionId").asString(),
                                decision.path("mode").asString(),
                                decision.path("expiresAt").asString()));
        for (JsonNode placement : decision.path("placements")) {
            for (JsonNode item : placement.path("items")) {
                item(placement, item);
            }
        }
        for (JsonNode permission : decision.path("evidence").path("permissions")) {
            note(
                    "asked for "
                            + permission.path("purpose").asString()
                            + ": "
                            + (permission.path("allowed").asBoolean()
                                    ? "allowed, " + permission.path("evidence").asString()
                                    : "denied, " + permission.path("code").asString()));
        }
        for (JsonNode withheld : decision.path("evidence").path("withheld")) {
            note(
                    "withheld "
                            + withheld.path("what").asString()
                            + ": "
                            + withheld.path("code").asString());
        }
    }

    private void item(JsonNode placement, JsonNode item) {
        String product = item.path("product").asString();
        String lead =
                placement.path("kind").asString().equals("price")
                        ? price(item)
                        : "%d. %.3f"
                                .formatted(
                                        item.path("rank").asInt(), item.path("score").asDouble());
        note("%-12s %-10s %s".formatted(lead, product, productNames.apply(product)));
        for (JsonNode reason : item.path("reasons")) {
            note(
                    "             %s: %s"
                            .formatted(
                                    reason.path("code").asString(),
                                    reason.path("text").asString()));
        }
    }

    private static String price(JsonNode item) {
        return item.has("price")
                ? item.path("price").path("amount").asString()
                        + " "
                        + item.path("price").path("currency").asString()
                : "no price";
    }
}
