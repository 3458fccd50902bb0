package shopkeeper.persistence.behavior;

import static shopkeeper.persistence.schema.generated.Tables.POINTS_OPENED;
import static shopkeeper.persistence.schema.generated.Tables.SALE_NET;
import static shopkeeper.persistence.schema.generated.Tables.STORE_DAY_ENTRY;
import static shopkeeper.persistence.schema.generated.Tables.STORE_DAY_REPEAT;
import static shopkeeper.persistence.schema.generated.Tables.UNLINKED_RETURN;
import static shopkeeper.persistence.schema.generated.Tables.WAITING_RECEIPT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.behavior.ReceiptViews;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.domain.behavior.Practice;
import shopkeeper.domain.behavior.PurchaseHistory;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.Repeat;
import shopkeeper.domain.behavior.SaleNet;
import shopkeeper.domain.behavior.StoreDay;
import shopkeeper.domain.behavior.UnlinkedReturn;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.StoreId;

/** What is read of receipts, from the tables of their projections; what was once, from the log. */
final class JooqReceiptViews implements ReceiptViews {
    private final LogPastPurchases past;
    private final DSLContext sql;
    private final Function<CustomerId, Set<CustomerId>> everyone;

    /**
     * @param everyone the customer and every visitor that turned out to be them
     */
    JooqReceiptViews(
            LogPastPurchases past, DSLContext sql, Function<CustomerId, Set<CustomerId>> everyone) {
        this.past = past;
        this.sql = sql;
        this.everyone = everyone;
    }

    @Override
    public PurchaseHistory history(CustomerId customer) {
        var who = everyone.apply(customer).stream().map(CustomerId::value).toList();
        var opening =
                sql.select(DSL.sum(POINTS_OPENED.POINTS))
                        .from(POINTS_OPENED)
                        .where(POINTS_OPENED.CUSTOMER.in(who))
                        .fetchOptional(0, int.class)
                        .orElse(0);
        var sales =
                sql.selectFrom(SALE_NET)
                        .where(SALE_NET.CUSTOMER.in(who))
                        .orderBy(SALE_NET.OCCURRED_AT, SALE_NET.RECEIPT)
                        .fetch(row ->
                                new SaleNet(
                                        new ReceiptId(row.getReceipt()),
                                        money(row.getNet(), row.getCurrency()),
                                        row.getVoided(),
                                        row.getOccurredAt().toInstant()));
        var unlinked =
                sql.selectFrom(UNLINKED_RETURN)
                        .where(UNLINKED_RETURN.CUSTOMER.in(who))
                        .orderBy(UNLINKED_RETURN.OCCURRED_AT, UNLINKED_RETURN.RECEIPT)
                        .fetch(row ->
                                new UnlinkedReturn(
                                        new ReceiptId(row.getReceipt()),
                                        money(row.getTotal(), row.getCurrency()),
                                        row.getCandidates(),
                                        row.getOccurredAt().toInstant()));
        return new PurchaseHistory(opening, sales, unlinked);
    }

    @Override
    public PurchaseHistory history(Then then) {
        return past.history(then);
    }

    @Override
    public List<Waiting> waiting(int limit) {
        return sql.selectFrom(WAITING_RECEIPT)
                .orderBy(WAITING_RECEIPT.POSITION)
                .limit(limit)
                .fetch(row ->
                        new Waiting(
                                new ReceiptId(row.getReceipt()),
                                new ReceiptId(row.getSale()),
                                row.getKind(),
                                Optional.ofNullable(row.getStore()).map(StoreId::new),
                                total(row.getTotal(), row.getCurrency()),
                                row.getOccurredAt().toInstant(),
                                row.getReceivedAt().toInstant(),
                                Optional.ofNullable(row.getRefused())));
    }

    @Override
    public StoreDay day(StoreId store, LocalDate day) {
        var counts = new HashMap<String, Integer>();
        var sums = new TreeMap<String, Map<String, BigDecimal>>();
        sql.select(
                        STORE_DAY_ENTRY.KIND,
                        STORE_DAY_ENTRY.CURRENCY,
                        DSL.count(),
                        DSL.sum(STORE_DAY_ENTRY.AMOUNT))
                .from(STORE_DAY_ENTRY)
                .where(STORE_DAY_ENTRY.STORE.eq(store.value()).and(STORE_DAY_ENTRY.DAY.eq(day)))
                .groupBy(STORE_DAY_ENTRY.KIND, STORE_DAY_ENTRY.CURRENCY)
                .forEach(row -> {
                    counts.merge(row.value1(), row.value3(), Integer::sum);
                    if (row.value2() != null) {
                        sums.computeIfAbsent(row.value2(), _ -> new HashMap<>())
                                .put(row.value1(), row.value4());
                    }
                });
        var repeats =
                sql.selectFrom(STORE_DAY_REPEAT)
                        .where(
                                STORE_DAY_REPEAT
                                        .STORE
                                        .eq(store.value())
                                        .and(STORE_DAY_REPEAT.DAY.eq(day)))
                        .fetchMap(STORE_DAY_REPEAT.KIND, STORE_DAY_REPEAT.TIMES);
        return new StoreDay(
                store,
                day,
                counts.getOrDefault(StoreDayProjection.SALE, 0),
                counts.getOrDefault(StoreDayProjection.RETURN, 0),
                counts.getOrDefault(StoreDayProjection.VOID, 0),
                counts.getOrDefault(StoreDayProjection.kind(Practice.TRAINING), 0),
                counts.getOrDefault(StoreDayProjection.kind(Practice.CANCELLED), 0),
                stillWaiting(store, day),
                repeats.getOrDefault(Repeat.DUPLICATE.name(), 0),
                repeats.getOrDefault(Repeat.CONFLICT.name(), 0),
                sums.entrySet().stream()
                        .map(sum -> total(Currency.getInstance(sum.getKey()), sum.getValue()))
                        .toList());
    }

    private int stillWaiting(StoreId store, LocalDate day) {
        return sql.fetchCount(
                STORE_DAY_ENTRY
                        .join(WAITING_RECEIPT)
                        .on(
                                WAITING_RECEIPT
                                        .RECEIPT
                                        .eq(STORE_DAY_ENTRY.RECEIPT)
                                        .and(WAITING_RECEIPT.REFUSED.isNull())),
                STORE_DAY_ENTRY
                        .STORE
                        .eq(store.value())
                        .and(STORE_DAY_ENTRY.DAY.eq(day))
                        .and(STORE_DAY_ENTRY.KIND.eq(StoreDayProjection.PARKED)));
    }

    private static StoreDay.Total total(Currency currency, Map<String, BigDecimal> sums) {
        return new StoreDay.Total(
                sum(currency, sums, StoreDayProjection.SALE),
                sum(currency, sums, StoreDayProjection.RETURN),
                sum(currency, sums, StoreDayProjection.VOID));
    }

    private static Money sum(Currency currency, Map<String, BigDecimal> sums, String kind) {
        return new Money(sums.getOrDefault(kind, BigDecimal.ZERO), currency);
    }

    private static Money money(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency));
    }

    private static Optional<Money> total(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null
                ? Optional.empty()
                : Optional.of(money(amount, currency));
    }
}
