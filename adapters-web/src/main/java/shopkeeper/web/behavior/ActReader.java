package shopkeeper.web.behavior;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import shopkeeper.domain.behavior.Act;
import shopkeeper.domain.behavior.Act.Step;
import shopkeeper.domain.behavior.Attention;
import shopkeeper.domain.behavior.ListName;
import shopkeeper.domain.behavior.Query;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.web.behavior.OrderReader.ProductOf;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.Problem;
import tools.jackson.databind.JsonNode;

/**
 * What a call tells of: the event names of the Segment e-commerce spec, version 2, and beside them
 * how long a page was before somebody's eyes.
 *
 * <p>{@code visible_time} and {@code time_on_page} are seconds, {@code visibility} is what the
 * page's {@code document.visibilityState} says; the first counts, and the second where the tab was
 * not hidden.
 */
final class ActReader {
    private static final int MOST_RESULTS = 1_000_000_000;
    private static final BigDecimal CENTURY = new BigDecimal("3155760000");
    private static final BigDecimal MILLIS = new BigDecimal(1000);

    private ActReader() {}

    static Act act(SegmentCall call) {
        var told = call.properties();
        return switch (call.type()) {
            case PAGE -> new Act.PageViewed(ProductOf.optional(told), attention(told));
            case SCREEN -> new Act.ScreenViewed(ProductOf.optional(told), attention(told));
            case TRACK, IDENTIFY, ALIAS -> event(call.event(), told);
        };
    }

    /** Names we have no use for, and products that are not named, are kept all the same. */
    private static Act event(String event, JsonNode told) {
        return switch (event) {
            case "Products Searched" -> new Act.Searched(query(told), results(told));
            case "Product List Viewed" -> new Act.ListViewed(list(told), products(told));
            case "Product List Filtered" -> new Act.ListFiltered(list(told), products(told));
            case "Product Clicked" -> about(told, Act.ProductClicked::new);
            case "Product Viewed" ->
                    about(told, product -> new Act.ProductViewed(product, attention(told)));
            case "Product Added", "Wishlist Product Added to Cart" ->
                    about(told, Act.ProductAdded::new);
            case "Product Removed" -> about(told, Act.ProductRemoved::new);
            case "Cart Viewed" -> new Act.CartViewed(products(told));
            case "Product Added to Wishlist" -> about(told, Act.WishListed::new);
            case "Product Removed from Wishlist" -> about(told, Act.Unwished::new);
            case "Product Shared", "Cart Shared" -> new Act.Shared(ProductOf.optional(told));
            case "Product Reviewed" -> about(told, Act.Reviewed::new);
            case "Checkout Started" -> new Act.CheckedOut(Step.STARTED);
            case "Checkout Step Viewed" -> new Act.CheckedOut(Step.STEP_VIEWED);
            case "Checkout Step Completed" -> new Act.CheckedOut(Step.STEP_COMPLETED);
            case "Payment Info Entered" -> new Act.CheckedOut(Step.PAYMENT_INFO_ENTERED);
            case "Page Left" -> new Act.PageLeft(ProductOf.optional(told), attention(told));
            case String _ -> new Act.Other(ProductOf.optional(told));
        };
    }

    private static Act about(JsonNode told, Function<ProductId, Act> act) {
        return ProductOf.optional(told).map(act).orElseGet(() -> new Act.Other(Optional.empty()));
    }

    private static Optional<Query> query(JsonNode told) {
        return Input.optional("query", SegmentCall.text(told, "query"), Query::new);
    }

    /** The spec names no count; shops say it by one of these, or by the list of what was found. */
    private static OptionalInt results(JsonNode told) {
        for (String field : List.of("results", "number_of_results", "results_count")) {
            var said = number(told, field);
            if (said.isPresent()) {
                return OptionalInt.of(
                        Input.word(
                                field,
                                said.get(),
                                many -> many.min(new BigDecimal(MOST_RESULTS)).intValueExact()));
            }
        }
        var found = told.get("products");
        return found != null && found.isArray()
                ? OptionalInt.of(found.size())
                : OptionalInt.empty();
    }

    private static Optional<ListName> list(JsonNode told) {
        var category = SegmentCall.text(told, "category");
        var list = category == null ? SegmentCall.text(told, "list_id") : category;
        return Input.optional("list_id", list, ListName::new);
    }

    private static List<ProductId> products(JsonNode told) {
        var found = new ArrayList<ProductId>();
        var products = told.get("products");
        if (products == null || products.isNull()) {
            return found;
        }
        if (!products.isArray()) {
            throw Problem.invalid("products must be a list of products.").asException();
        }
        for (JsonNode product : products) {
            if (found.size() < Act.MOST_PRODUCTS) {
                found.add(ProductOf.required(product));
            }
        }
        return found;
    }

    private static Attention attention(JsonNode told) {
        boolean hidden = "hidden".equals(SegmentCall.text(told, "visibility"));
        var visible = seconds(told, "visible_time");
        var open = seconds(told, "time_on_page");
        return new Attention(visible.or(() -> hidden ? Optional.empty() : open), hidden);
    }

    private static Optional<Duration> seconds(JsonNode told, String field) {
        return number(told, field)
                .map(seconds ->
                        Duration.ofMillis(
                                seconds.min(CENTURY)
                                        .multiply(MILLIS)
                                        .setScale(0, RoundingMode.HALF_UP)
                                        .longValueExact()));
    }

    /** Zero or more. */
    private static Optional<BigDecimal> number(JsonNode told, String field) {
        var number = OrderReader.number(told, field);
        if (number.filter(some -> some.signum() < 0).isPresent()) {
            throw Problem.invalid(field + " must be zero or more.").asException();
        }
        return number;
    }
}
