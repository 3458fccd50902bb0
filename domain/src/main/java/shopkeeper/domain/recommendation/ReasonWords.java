package shopkeeper.domain.recommendation;

import static java.util.Map.entry;

import java.util.Map;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.recommendation.Ground.Named;

/**
 * Every reason of a slate in every language of the shop, in this one place. What a new model says
 * under a code that has no words yet is said in words that are true of any.
 */
public final class ReasonWords {
    private static final Said ANY =
            new Said(
                    "chosen by what customers of the shop buy",
                    "gewählt nach dem, was Kunden kaufen");

    private static final Map<String, Said> WORDS =
            Map.ofEntries(
                    entry(
                            "BOUGHT_BEFORE",
                            new Said(
                                    "in {times} of {of} of your own baskets",
                                    "in {times} von {of} Ihrer Einkäufe")),
                    entry(
                            "CO_PURCHASED",
                            new Said(
                                    "bought together {often} with {with}{where}",
                                    "{often} zusammen mit {with} gekauft{where}")),
                    entry(
                            "GOES_WITH_SEEN",
                            new Said(
                                    "bought together {often} with {with}, which you looked at",
                                    "{often} zusammen mit {with} gekauft, {das} Sie angesehen haben")),
                    entry(
                            "FALLBACK_POPULAR",
                            new Said("in {times} baskets of the shop", "{often} im Laden gekauft")),
                    entry(
                            "FALLBACK_ASSORTMENT",
                            new Said("one of what the shop sells", "aus dem Sortiment des Ladens")),
                    entry(
                            "BOUGHT_TOGETHER",
                            new Said(
                                    "bought together with what you have or look at",
                                    "zusammen mit dem gekauft, was Sie haben oder ansehen")),
                    entry(
                            "SIMILAR_BUYERS",
                            new Said(
                                    "bought by those who bought {with} too",
                                    "von denen gekauft, die auch {with} kauften")),
                    entry(
                            "ALIKE_BASKETS",
                            new Said(
                                    "what customers with baskets like yours buy next",
                                    "was Kunden mit ähnlichen Einkäufen als Nächstes kaufen")),
                    entry(
                            "ALIKE_CUSTOMERS",
                            new Said(
                                    "bought by customers who buy what you buy",
                                    "gekauft von Kunden, die Ähnliches kaufen wie Sie")),
                    entry("LOOKED_AT", new Said("you looked at it", "Sie haben es angesehen")),
                    entry(
                            "NEXT_LOOKED_AT",
                            new Said("looked at next after {with}", "nach {with} angesehen")),
                    entry("POPULAR", new Said("popular in the shop", "im Laden beliebt")),
                    entry(
                            "TRENDING",
                            new Said(
                                    "bought more and more lately",
                                    "wird zurzeit immer öfter gekauft")),
                    entry(
                            "SEASONAL",
                            new Said(
                                    "bought at this time of the year",
                                    "zu dieser Jahreszeit gekauft")),
                    entry(
                            "ITEM_NEIGHBOURS",
                            new Said(
                                    "bought by those who bought the same things as you",
                                    "gekauft von Kunden, die das Gleiche kauften wie Sie")),
                    entry(
                            "BASKET_NEIGHBOURS",
                            new Said(
                                    "what customers with baskets like yours buy next",
                                    "was Kunden mit ähnlichen Einkäufen als Nächstes kaufen")),
                    entry(
                            "USER_NEIGHBOURS",
                            new Said(
                                    "bought by customers who buy what you buy",
                                    "gekauft von Kunden, die Ähnliches kaufen wie Sie")),
                    entry(
                            "SESSION_NEIGHBOURS",
                            new Said(
                                    "what others looked at next",
                                    "was andere als Nächstes ansahen")),
                    entry(
                            "ALIKE_VISITS",
                            new Said(
                                    "looked at by others who looked at {with}",
                                    "angesehen von anderen, die {with} ansahen")),
                    entry(
                            "SIMILAR_PRODUCT",
                            new Said("much like {with}", "ganz ähnlich wie {with}")),
                    entry(
                            "MATRIX",
                            new Said(
                                    "goes with what you bought",
                                    "passt zu dem, was Sie gekauft haben")),
                    entry("FACTORS", new Said("close to your taste", "nahe an Ihrem Geschmack")),
                    entry("TEXT", new Said("described in similar words", "ähnlich beschrieben")),
                    entry("PINNED", new Said("shown by the shop", "vom Laden ausgewählt")),
                    entry("BOOSTED", new Said("the shop recommends it", "vom Laden empfohlen")),
                    entry("REPLACES", new Said("sold in place of {with}", "Nachfolger von {with}")),
                    entry(
                            "UP_SELL",
                            new Said("a better one than {with}", "eine Stufe besser als {with}")),
                    entry(
                            "CROSS_SELL",
                            new Said(
                                    "goes with what is in the cart or on the page",
                                    "passt zu dem, was im Warenkorb oder auf der Seite ist")),
                    entry(
                            "MATCHES_QUERY",
                            new Said(
                                    "matches what was searched for",
                                    "passt zu dem, was gesucht wurde")),
                    entry("FITS_PAGE", new Said("fits this page", "passt zu dieser Seite")),
                    entry("LIKED", new Said("you found it helpful", "Sie fanden es hilfreich")));

    /** One reason in each language. */
    private record Said(String english, String german) {
        String in(Language language) {
            return switch (language) {
                case ENGLISH -> english;
                case GERMAN -> german;
            };
        }
    }

    private ReasonWords() {}

    public static Reason reason(Ground ground, Language language) {
        var products = ground.with().stream().map(Named::product).toList();
        var text =
                WORDS.getOrDefault(ground.code(), ANY)
                        .in(language)
                        .replace("{times}", Integer.toString(ground.times()))
                        .replace("{of}", Integer.toString(ground.of()))
                        .replace("{often}", often(ground.times(), language))
                        .replace("{where}", where(ground, language))
                        .replace("{das}", das(ground))
                        .replace("{with}", names(ground, language));
        return new Reason(ground.code(), text, products);
    }

    /** A trained model does not know how often. */
    private static String often(int times, Language language) {
        return switch (language) {
            case ENGLISH -> times == 0 ? "often" : times == 1 ? "once" : times + " times";
            case GERMAN -> times == 0 ? "oft" : times == 1 ? "einmal" : times + "-mal";
        };
    }

    private static String where(Ground ground, Language language) {
        return switch (language) {
            case ENGLISH -> ground.here() ? ", in the cart or on the page" : ", which you bought";
            case GERMAN ->
                    ground.here()
                            ? ", im Warenkorb oder auf der Seite"
                            : ", {das} Sie gekauft haben";
        };
    }

    /** As it is said of one, or of several. */
    private static String das(Ground ground) {
        return ground.with().size() > 1 ? "die" : "das";
    }

    /** One; one and another; one, another and a third. */
    private static String names(Ground ground, Language language) {
        var names = ground.with().stream().map(Named::name).toList();
        if (names.isEmpty()) {
            return language == Language.GERMAN ? "anderem" : "others";
        }
        if (names.size() == 1) {
            return names.getFirst();
        }
        return String.join(", ", names.subList(0, names.size() - 1))
                + (language == Language.GERMAN ? " und " : " and ")
                + names.getLast();
    }
}
