package shopkeeper.web.behavior;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.behavior.AskPoints;
import shopkeeper.application.behavior.ReceiptViews;
import shopkeeper.domain.behavior.PointsStatement;
import shopkeeper.domain.behavior.StoreDay;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.web.kernel.MoneyJson;

/** Points, store days and what waits, as the web shows them. */
final class ReceiptsJson {
    private ReceiptsJson() {}

    /** With how many points a customer came. */
    record Opening(@Nullable Integer points) {}

    /**
     * @param spent in the last 12 months, by currency
     */
    record Points(
            String customer,
            String rule,
            long opening,
            List<Entry> receipts,
            long balance,
            List<MoneyJson> spent) {
        static Points of(CustomerId customer, AskPoints.Standing standing) {
            var statement = standing.points();
            return new Points(
                    customer.value(),
                    statement.rule(),
                    statement.opening(),
                    statement.entries().stream().map(Entry::of).toList(),
                    statement.balance(),
                    standing.spent().stream().map(MoneyJson::of).toList());
        }
    }

    record Entry(String receipt, String kind, MoneyJson net, long points) {
        static Entry of(PointsStatement.Entry entry) {
            return new Entry(
                    entry.receipt().value(),
                    entry.kind().name(),
                    MoneyJson.of(entry.net()),
                    entry.points());
        }
    }

    /** A store's business day. */
    record Day(
            String store,
            String day,
            int receipts,
            int returns,
            int voided,
            int training,
            int cancelled,
            int waiting,
            int duplicates,
            int conflicts,
            List<Total> totals) {
        static Day of(StoreDay day) {
            return new Day(
                    day.store().value(),
                    day.day().toString(),
                    day.receipts(),
                    day.returns(),
                    day.voided(),
                    day.training(),
                    day.cancelled(),
                    day.waiting(),
                    day.duplicates(),
                    day.conflicts(),
                    day.totals().stream().map(Total::of).toList());
        }
    }

    record Total(MoneyJson sales, MoneyJson returns, MoneyJson voided, MoneyJson net) {
        static Total of(StoreDay.Total total) {
            return new Total(
                    MoneyJson.of(total.sales()),
                    MoneyJson.of(total.returns()),
                    MoneyJson.of(total.voided()),
                    MoneyJson.of(total.net()));
        }
    }

    record AllWaiting(List<Waiting> waiting) {}

    /**
     * @param refused the code, once the sale came and contradicted it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(
            String receipt,
            String waitsFor,
            String kind,
            @Nullable String store,
            @Nullable MoneyJson total,
            String occurred,
            String received,
            @Nullable String refused) {
        static Waiting of(ReceiptViews.Waiting waiting) {
            return new Waiting(
                    waiting.receipt().value(),
                    waiting.sale().value(),
                    waiting.kind(),
                    waiting.store().map(StoreId::value).orElse(null),
                    money(waiting),
                    waiting.occurred().toString(),
                    waiting.received().toString(),
                    waiting.refused().orElse(null));
        }

        private static @Nullable MoneyJson money(ReceiptViews.Waiting waiting) {
            Money total = waiting.total().orElse(null);
            return total == null ? null : MoneyJson.of(total);
        }
    }
}
