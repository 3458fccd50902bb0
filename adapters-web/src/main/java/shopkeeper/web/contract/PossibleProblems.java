package shopkeeper.web.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import shopkeeper.application.access.Scope;
import tools.jackson.databind.JsonNode;

/** Which problems an operation may answer with: those of its kind, and its own. */
final class PossibleProblems {
    private static final List<String> ALWAYS =
            List.of(
                    "invalid",
                    "not-authenticated",
                    "not-permitted",
                    "not-acceptable",
                    "unsupported-content",
                    "rate-limited",
                    "internal",
                    "unavailable",
                    "position-not-reached");
    private static final String REFUSALS = "refusals";

    private PossibleProblems() {}

    /** The codes, by status. */
    static SortedMap<Integer, List<String>> of(Offered offered, Words words) {
        var codes = new ArrayList<>(ALWAYS);
        if (offered.scope() == Scope.COLLECT || offered.scope() == Scope.DECIDE) {
            codes.add("origin-not-permitted");
        }
        if (!offered.isRead()) {
            codes.addAll(List.of("too-large", "too-slow", "contended"));
        }
        switch (offered.way()) {
            case KEY_NEEDED ->
                    codes.addAll(
                            List.of(
                                    "idempotency-key-required",
                                    "idempotency-in-flight",
                                    "idempotency-conflict"));
            case KEY_TAKEN ->
                    codes.addAll(List.of("idempotency-in-flight", "idempotency-conflict"));
            case LINE_BY_LINE, ASKED_AFRESH -> {
                // nothing is kept under a key
            }
        }
        for (JsonNode own : words.about(offered).path("problems")) {
            if (own.asString().equals(REFUSALS)) {
                codes.addAll(words.frame().get(REFUSALS).propertyNames());
            } else {
                codes.add(own.asString());
            }
        }
        var byStatus = new TreeMap<Integer, List<String>>();
        codes.forEach(code ->
                byStatus.computeIfAbsent(words.status(code), _ -> new ArrayList<>()).add(code));
        return byStatus;
    }
}
