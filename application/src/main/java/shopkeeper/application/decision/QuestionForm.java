package shopkeeper.application.decision;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.behavior.Query;
import shopkeeper.domain.decision.Question.Around;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Device;
import shopkeeper.domain.recommendation.Language;
import shopkeeper.domain.recommendation.Promoted;
import shopkeeper.domain.recommendation.SlateFilter;
import shopkeeper.domain.recommendation.SlateFilter.Bought;

/**
 * Reads the context and the filter of a question from trees of maps, lists, texts and numbers: once
 * for every channel, so that they mean the same in all of them.
 *
 * <p>Whatever is wrong is told by an {@link IllegalArgumentException} that names the field; what
 * nobody knows is wrong too, for a filter that is overlooked is a filter that leaks.
 */
public final class QuestionForm {
    private static final int OLDEST = 120;
    private static final int MOST = 500;

    private QuestionForm() {}

    /**
     * @param context {@code page} (a word, or {@code type} and {@code category}), {@code query},
     *     {@code device}, {@code age}; what else is in it belongs to somebody else
     * @param locale such as de-DE
     */
    public static Around around(Map<String, ?> context, Optional<String> locale) {
        var page = context.get("page");
        return new Around(
                page instanceof Map<?, ?> parts
                        ? text("context.page.type", parts.get("type"))
                        : text("context.page", page),
                page instanceof Map<?, ?> parts
                        ? text("context.page.category", parts.get("category"))
                        : Optional.empty(),
                text("context.query", context.get("query")).map(Query::new),
                text("context.device", device(context.get("device"))).flatMap(Device::of),
                language(locale),
                age(context.get("age")));
    }

    public static SlateFilter filter(Map<String, ?> filter) {
        known(
                "filter",
                filter,
                "categories",
                "withoutCategories",
                "brands",
                "withoutProducts",
                "minPrice",
                "maxPrice",
                "bought");
        return new SlateFilter(
                texts("filter.categories", filter.get("categories")),
                texts("filter.withoutCategories", filter.get("withoutCategories")),
                texts("filter.brands", filter.get("brands")),
                Set.copyOf(products("filter.withoutProducts", filter.get("withoutProducts"))),
                amount("filter.minPrice", filter.get("minPrice")),
                amount("filter.maxPrice", filter.get("maxPrice")),
                bought(filter.get("bought")));
    }

    /**
     * @param pinned first, in this order
     * @param boosted before others that are as good
     */
    public static Promoted promoted(@Nullable Object pinned, @Nullable Object boosted) {
        return new Promoted(products("pinned", pinned), products("boosted", boosted));
    }

    private static @Nullable Object device(@Nullable Object device) {
        return device instanceof Map<?, ?> parts ? parts.get("type") : device;
    }

    private static Language language(Optional<String> locale) {
        return locale.map(Locale::forLanguageTag).map(Language::of).orElse(Language.ENGLISH);
    }

    private static int age(@Nullable Object age) {
        if (age == null) {
            return 0;
        }
        if (age instanceof Integer years && years >= 0 && years <= OLDEST) {
            return years;
        }
        throw new IllegalArgumentException("context.age is a whole number of years, 0 to 120");
    }

    private static Bought bought(@Nullable Object bought) {
        return text("filter.bought", bought)
                .map(word ->
                        switch (word) {
                            case "any" -> Bought.ANY;
                            case "new" -> Bought.NEW;
                            case "again" -> Bought.AGAIN;
                            default ->
                                    throw new IllegalArgumentException(
                                            "filter.bought is any, new or again");
                        })
                .orElse(Bought.ANY);
    }

    private static Optional<BigDecimal> amount(String field, @Nullable Object amount) {
        try {
            return text(field, amount instanceof Number ? amount.toString() : amount)
                    .map(BigDecimal::new)
                    .map(number -> {
                        if (number.signum() < 0 || Math.abs(number.scale()) > 20) {
                            throw new NumberFormatException();
                        }
                        return number;
                    });
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field + " is an amount such as 9.95", e);
        }
    }

    private static Set<String> texts(String field, @Nullable Object texts) {
        return new HashSet<>(list(field, texts, Function.identity()));
    }

    private static List<ProductId> products(String field, @Nullable Object products) {
        return list(field, products, ProductId::new);
    }

    private static <T> List<T> list(
            String field, @Nullable Object items, Function<String, T> read) {
        if (items == null) {
            return List.of();
        }
        if (!(items instanceof List<?> list) || list.size() > MOST) {
            throw new IllegalArgumentException(field + " is a list of at most 500 texts");
        }
        var all = new LinkedHashSet<T>();
        for (Object item : list) {
            all.add(
                    text(field, item)
                            .map(read)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(field + " holds an empty text")));
        }
        return List.copyOf(all);
    }

    private static Optional<String> text(String field, @Nullable Object text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text instanceof String words && words.length() <= MOST) {
            return Optional.of(words.strip()).filter(stripped -> !stripped.isEmpty());
        }
        throw new IllegalArgumentException(field + " is a text of at most 500 characters");
    }

    private static void known(String where, Map<String, ?> tree, String... names) {
        var unknown = new LinkedHashSet<>(tree.keySet());
        unknown.removeAll(List.of(names));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s knows %s, nothing else".formatted(where, String.join(", ", names)));
        }
    }
}
