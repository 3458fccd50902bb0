package shopkeeper.bootstrap;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.QuestionForm;
import shopkeeper.application.decision.Replay;
import shopkeeper.application.recommendation.RecommendationModule;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement.Recommendations;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;

/**
 * Asks for a slate, as support would unless told otherwise, and prints it with every candidate's
 * way through the filters; the question is journaled like any other. An earlier decision is printed
 * as it was kept.
 */
final class ExplainCommand {
    static final String[] OPTIONS = {
        "data",
        "decision",
        "placement",
        "limit",
        "channel",
        "store",
        "page",
        "cart",
        "category",
        "query",
        "device",
        "age",
        "locale"
    };

    private static final int USUAL = 10;

    private final PrintStream out;

    ExplainCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) {
        var ask = arguments.has("decision") ? earlier(arguments) : asked(arguments);
        var options = PlatformOptions.embedded(arguments.data()).fromEnvironment().besideRunning();
        try (var platform = Platform.behindClosedDoors(options)) {
            if (!arguments.has("decision")) {
                learn(platform);
            }
            ask.print(platform);
        }
        return 0;
    }

    /** The shop that runs has models; this one has just opened its eyes. */
    private static void learn(Platform platform) {
        var models = platform.port(RecommendationModule.class);
        models.texts().whenChanged();
        var _ = models.retraining().whenDue(platform.options().time().instant());
    }

    /** What to ask a platform that is there. */
    interface Explanation {
        void print(Platform platform);
    }

    /** A decision that was made and kept. */
    Explanation earlier(Arguments arguments) {
        var others =
                Arrays.stream(OPTIONS)
                        .filter(option ->
                                !List.of("data", "decision", "placement").contains(option))
                        .filter(arguments::has)
                        .findFirst();
        if (!arguments.words().isEmpty() || others.isPresent()) {
            throw new WrongUse(
                    "a decision was made for somebody, somewhere: beside --decision only"
                            + " --placement and --data can be said");
        }
        var id = new DecisionId(arguments.option("decision").orElseThrow());
        return platform -> print(platform, id, arguments.option("placement"));
    }

    /** A question of now. */
    Explanation asked(Arguments arguments) {
        if (arguments.words().size() != 1) {
            throw new WrongUse(
                    "name one customer: ./shopkeeper explain c-1 or, by an identifier,"
                            + " ./shopkeeper explain loyalty:4001");
        }
        var who = who(arguments.words().getFirst());
        var placement =
                new Recommendations(
                        arguments.option("placement").orElse("home"),
                        products(arguments, "page"),
                        number(arguments, "limit", USUAL, 1, 100));
        var via = via(arguments);
        var around = around(arguments);
        var cart = products(arguments, "cart");
        var store = arguments.option("store").map(StoreId::new);
        return platform -> {
            var id = newId();
            platform.port(Decide.class)
                    .decide(
                            new Question(
                                    id,
                                    who,
                                    via,
                                    store,
                                    Optional.empty(),
                                    cart,
                                    List.of(placement),
                                    Moment.at(platform.options().time().instant()),
                                    around));
            print(platform, id, Optional.empty());
        };
    }

    private void print(Platform platform, DecisionId id, Optional<String> placement) {
        var replayed =
                platform.port(Replay.class)
                        .replay(id)
                        .orElseThrow(() -> new IllegalStateException("there is no decision " + id));
        new SlateReport(out, platform.port(BrowseCatalog.class)).print(replayed, placement);
    }

    private static Question.Around around(Arguments arguments) {
        var context = new HashMap<String, Object>();
        Stream.of("query", "device")
                .forEach(name ->
                        arguments.option(name).ifPresent(value -> context.put(name, value)));
        arguments
                .option("category")
                .ifPresent(category -> context.put("page", Map.of("category", category)));
        if (arguments.has("age")) {
            context.put("age", number(arguments, "age", 0, 0, 120));
        }
        return QuestionForm.around(context, arguments.option("locale"));
    }

    private static List<ProductId> products(Arguments arguments, String option) {
        return arguments.option(option).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(product -> !product.isEmpty())
                .map(ProductId::new)
                .toList();
    }

    private static Via via(Arguments arguments) {
        var channel = arguments.option("channel").orElse("support");
        return switch (channel.toLowerCase(Locale.ROOT)) {
            case "online" -> Via.web();
            case "store", "in_store" -> Via.till();
            case "support" -> Via.phone();
            default -> throw new WrongUse("--channel is online, store or support");
        };
    }

    static Who who(String word) {
        int colon = word.indexOf(':');
        try {
            return colon < 0
                    ? new Who.Known(new CustomerId(word))
                    : new Who.Pointed(
                            new Identifier(
                                    IdentifierType.valueOf(
                                            word.substring(0, colon).toUpperCase(Locale.ROOT)),
                                    word.substring(colon + 1)));
        } catch (IllegalArgumentException _) {
            throw new WrongUse(
                    "a customer is an id such as c-1, or a type and a value such as loyalty:4001");
        }
    }

    private static int number(Arguments arguments, String option, int usual, int least, int most) {
        try {
            int number = arguments.option(option).map(Integer::parseInt).orElse(usual);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below, with the same words
        }
        throw new WrongUse("--%s is a number from %d to %d".formatted(option, least, most));
    }

    private static DecisionId newId() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return new DecisionId("dec_" + HexFormat.of().formatHex(bytes));
    }
}
