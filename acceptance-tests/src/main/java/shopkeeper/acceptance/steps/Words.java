package shopkeeper.acceptance.steps;

import io.cucumber.java.ParameterType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.Money;

/** The words that stand for the codes of the shop; the codes are understood too. */
public final class Words {
    private static final Map<String, Purpose> PURPOSES =
            Map.ofEntries(
                    Map.entry("what the contract needs", Purpose.STRICTLY_NECESSARY),
                    Map.entry("storing on her device", Purpose.DEVICE_STORAGE),
                    Map.entry("statistics", Purpose.ANALYTICS),
                    Map.entry("personal suggestions", Purpose.CONTENT_PERSONALIZATION),
                    Map.entry("persönliche Vorschläge", Purpose.CONTENT_PERSONALIZATION),
                    Map.entry("personal content", Purpose.CONTENT_PERSONALIZATION),
                    Map.entry("personal prices", Purpose.PERSONALIZED_PRICING),
                    Map.entry("marketing", Purpose.MARKETING_MESSAGES),
                    Map.entry("e-mail open tracking", Purpose.EMAIL_OPEN_TRACKING),
                    Map.entry("measuring advertising", Purpose.ADVERTISING_MEASUREMENT),
                    Map.entry("personal advertising", Purpose.ADVERTISING_PERSONALIZATION),
                    Map.entry("improving the product", Purpose.PRODUCT_IMPROVEMENT));
    private static final Map<String, ContactMethod> CONTACT_METHODS =
            Map.of(
                    "e-mail", ContactMethod.EMAIL,
                    "email", ContactMethod.EMAIL,
                    "text message", ContactMethod.SMS,
                    "push message", ContactMethod.PUSH,
                    "social message", ContactMethod.SOCIAL,
                    "post", ContactMethod.POST,
                    "phone", ContactMethod.PHONE);
    private static final Map<String, Channel> CHANNELS =
            Map.of(
                    "online",
                    Channel.ONLINE,
                    "in store",
                    Channel.IN_STORE,
                    "support",
                    Channel.SUPPORT);
    private static final Map<String, String> ANSWERS =
            Map.of(
                    "never asked", "NO_DECISION",
                    "refused", "REFUSED",
                    "withdrawn", "WITHDRAWN");
    private static final Map<String, String> REASONS =
            Map.of(
                    "it was bought before", "BOUGHT_BEFORE",
                    "es schon gekauft wurde", "BOUGHT_BEFORE",
                    "they are bought together", "CO_PURCHASED",
                    "it is popular", "FALLBACK_POPULAR");

    @ParameterType(name = "money", value = "([0-9.]+) ([A-Z]{3})", useForSnippets = false)
    public Money money(String amount, String currency) {
        return Money.of(amount, currency);
    }

    @ParameterType(name = "customer", value = "\\p{Lu}[\\p{L}\\p{N}-]*", useForSnippets = false)
    public String customer(String name) {
        return name;
    }

    @ParameterType(name = "product", value = "[\\p{L}\\p{N}-]+|\"[^\"]+\"", useForSnippets = false)
    public String product(String name) {
        return name.replace("\"", "");
    }

    @ParameterType(
            name = "purpose",
            value =
                    "what the contract needs|storing on her device|statistics|personal suggestions"
                            + "|persönliche Vorschläge|personal content|personal prices|marketing|e-mail open tracking"
                            + "|measuring advertising|personal advertising|improving the product"
                            + "|[A-Z]+_[A-Z_]+|ANALYTICS",
            useForSnippets = false)
    public Purpose purpose(String words) {
        var known = PURPOSES.get(words);
        return known == null ? Purpose.valueOf(words) : known;
    }

    @ParameterType(
            name = "contact method",
            value =
                    "e-mail|email|text message|push message|social message|post|phone"
                            + "|EMAIL|SMS|PUSH|SOCIAL|POST|PHONE",
            useForSnippets = false)
    public ContactMethod contactMethod(String words) {
        var known = CONTACT_METHODS.get(words);
        return known == null ? ContactMethod.valueOf(words) : known;
    }

    @ParameterType(
            name = "channel",
            value = "online|in store|support|ONLINE|IN_STORE|SUPPORT",
            useForSnippets = false)
    public Channel channel(String words) {
        var known = CHANNELS.get(words);
        return known == null ? Channel.valueOf(words) : known;
    }

    /** Whether something is allowed, and why not. */
    @ParameterType(
            name = "answer",
            value = "yes|never asked|refused|withdrawn|[A-Z][A-Z_]+",
            useForSnippets = false)
    public String answer(String words) {
        return ANSWERS.getOrDefault(words, words);
    }

    @ParameterType(
            name = "reason",
            value =
                    "it was bought before|es schon gekauft wurde|they are bought together|it is popular|[A-Z][A-Z_]+",
            useForSnippets = false)
    public String reason(String words) {
        return REASONS.getOrDefault(words, words);
    }

    /** How personal an answer is. */
    @ParameterType(
            name = "mode",
            value = "personal|popular|persönlich|PERSONAL|SEGMENT|POPULAR|NONE",
            useForSnippets = false)
    public String mode(String words) {
        return words.equals("persönlich") ? "PERSONAL" : words.toUpperCase(Locale.ROOT);
    }

    /** What was left out of an answer and why, such as purchase-history WITHDRAWN. */
    @ParameterType(
            name = "withheld",
            value =
                    "(?:her|his|their) purchase history as (?:she|he|they)"
                            + " (?:withdrew|refused|(?:was|were) never asked)"
                            + "|everything personal as nobody knows (?:her|him|them)|\"[^\"]+\"",
            useForSnippets = false)
    public String withheld(String words) {
        if (words.startsWith("\"")) {
            return words.replace("\"", "");
        }
        if (words.startsWith("everything")) {
            return "profile UNKNOWN_CUSTOMER";
        }
        var why =
                words.endsWith("withdrew")
                        ? "WITHDRAWN"
                        : words.endsWith("refused") ? "REFUSED" : "NO_DECISION";
        return "purchase-history " + why;
    }

    @ParameterType(name = "amount", value = "-?\\d+(?:\\.\\d+)?", useForSnippets = false)
    public BigDecimal amount(String digits) {
        return new BigDecimal(digits);
    }

    @ParameterType(name = "currency", value = "[A-Z]{3}", useForSnippets = false)
    public String currency(String code) {
        return code;
    }
}
