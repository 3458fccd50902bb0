package shopkeeper.acceptance.drivers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the moment in which a question is asked, in the words of every channel.
 *
 * @param context page, query, device, age
 */
public record AskedMoment(
        String placement,
        Optional<Integer> limit,
        Optional<String> locale,
        List<String> cart,
        Map<String, Object> context,
        Map<String, Object> filter,
        List<String> pinned,
        List<String> boosted) {
    public static final AskedMoment PLAIN =
            new AskedMoment(
                    "here",
                    Optional.of(10),
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of());

    public AskedMoment in(String where, int shown) {
        return in(where, Optional.of(shown));
    }

    /** Where the placement does not say how many. */
    public AskedMoment in(String where) {
        return in(where, Optional.empty());
    }

    private AskedMoment in(String where, Optional<Integer> shown) {
        return new AskedMoment(where, shown, locale, cart, context, filter, pinned, boosted);
    }

    public AskedMoment speaking(String language) {
        return new AskedMoment(
                placement, limit, Optional.of(language), cart, context, filter, pinned, boosted);
    }

    public AskedMoment withCart(List<String> products) {
        return new AskedMoment(
                placement, limit, locale, products, context, filter, pinned, boosted);
    }

    public AskedMoment with(String name, Object value) {
        return new AskedMoment(
                placement, limit, locale, cart, and(context, name, value), filter, pinned, boosted);
    }

    public AskedMoment filtered(String name, Object value) {
        return new AskedMoment(
                placement, limit, locale, cart, context, and(filter, name, value), pinned, boosted);
    }

    public AskedMoment promoting(List<String> first, List<String> rather) {
        return new AskedMoment(placement, limit, locale, cart, context, filter, first, rather);
    }

    private static Map<String, Object> and(Map<String, Object> some, String name, Object value) {
        var more = new HashMap<>(some);
        more.put(name, value);
        return Map.copyOf(more);
    }
}
