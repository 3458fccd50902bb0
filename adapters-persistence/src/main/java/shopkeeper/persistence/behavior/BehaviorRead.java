package shopkeeper.persistence.behavior;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.behavior.Act;
import shopkeeper.domain.behavior.Act.Step;
import shopkeeper.domain.behavior.Attention;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.behavior.ListName;
import shopkeeper.domain.behavior.Query;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.persistence.schema.generated.tables.records.BehaviorRecord;

/** Rows that name somebody, as what they tell; a message is known by its digest only. */
final class BehaviorRead {
    private BehaviorRead() {}

    static Behavior behavior(BehaviorRecord row) {
        return new Behavior(
                new MessageId(row.getSource(), row.getMessage().toString()),
                new CustomerId(row.getCustomer()),
                act(row),
                new Via(Channel.valueOf(row.getChannel()), row.getTouchpoint()),
                new Moment(row.getOccurredAt().toInstant(), row.getReceivedAt().toInstant()));
    }

    private static Act act(BehaviorRecord row) {
        var about = Optional.ofNullable(row.getProduct()).map(ProductId::new);
        return switch (row.getKind()) {
            case "product-viewed" -> new Act.ProductViewed(about.orElseThrow(), attention(row));
            case "product-clicked" -> new Act.ProductClicked(about.orElseThrow());
            case "product-added" -> new Act.ProductAdded(about.orElseThrow());
            case "product-removed" -> new Act.ProductRemoved(about.orElseThrow());
            case "cart-viewed" -> new Act.CartViewed(products(row));
            case "product-list-viewed" -> new Act.ListViewed(list(row), products(row));
            case "product-list-filtered" -> new Act.ListFiltered(list(row), products(row));
            case "products-searched" ->
                    new Act.Searched(
                            Optional.ofNullable(row.getQuery()).map(Query::new), results(row));
            case "product-wish-listed" -> new Act.WishListed(about.orElseThrow());
            case "product-unwished" -> new Act.Unwished(about.orElseThrow());
            case "shared" -> new Act.Shared(about);
            case "product-reviewed" -> new Act.Reviewed(about.orElseThrow());
            case "checkout-started" -> new Act.CheckedOut(Step.STARTED);
            case "checkout-step-viewed" -> new Act.CheckedOut(Step.STEP_VIEWED);
            case "checkout-step-completed" -> new Act.CheckedOut(Step.STEP_COMPLETED);
            case "payment-info-entered" -> new Act.CheckedOut(Step.PAYMENT_INFO_ENTERED);
            case "page-viewed" -> new Act.PageViewed(about, attention(row));
            case "screen-viewed" -> new Act.ScreenViewed(about, attention(row));
            case "page-left" -> new Act.PageLeft(about, attention(row));
            // A newer node may write what this one does not know yet.
            default -> new Act.Other(about);
        };
    }

    private static Attention attention(BehaviorRecord row) {
        @Nullable Integer visible = row.getVisibleMs();
        return new Attention(Optional.ofNullable(visible).map(Duration::ofMillis), row.getHidden());
    }

    private static OptionalInt results(BehaviorRecord row) {
        @Nullable Integer results = row.getResults();
        return results == null ? OptionalInt.empty() : OptionalInt.of(results);
    }

    private static Optional<ListName> list(BehaviorRecord row) {
        return Optional.ofNullable(row.getList()).map(ListName::new);
    }

    private static List<ProductId> products(BehaviorRecord row) {
        return row.getProducts() == null
                ? List.of()
                : Stream.of(row.getProducts().split(" ")).map(ProductId::new).toList();
    }
}
