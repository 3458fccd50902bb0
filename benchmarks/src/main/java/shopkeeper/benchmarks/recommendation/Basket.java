package shopkeeper.benchmarks.recommendation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Via;

/** What somebody bought at once, each product counted once. */
record Basket(CustomerId customer, Instant at, String number, SequencedSet<ProductId> items) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");

    /** In the order of time; an invoice that was written over two minutes is one basket. */
    static List<Basket> of(List<Line> lines) {
        var baskets = new LinkedHashMap<String, Basket>();
        for (Line line : lines) {
            var number = line.basket().substring(line.basket().lastIndexOf(' ') + 1);
            baskets.computeIfAbsent(number, _ -> begun(line, number))
                    .items()
                    .add(new ProductId(line.item()));
        }
        var all = new ArrayList<>(baskets.values());
        all.sort(Comparator.comparing(Basket::at));
        return all;
    }

    private static Basket begun(Line line, String number) {
        var time = LocalDateTime.parse(line.time().replace('T', ' '), TIME);
        return new Basket(
                new CustomerId(line.user()),
                time.toInstant(ZoneOffset.UTC),
                number,
                new LinkedHashSet<>());
    }

    LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    PurchaseRecorded purchase() {
        var one = Money.of("1.00", "GBP");
        return new PurchaseRecorded(
                ReceiptId.order("shop", number),
                Optional.of(customer),
                Optional.empty(),
                items.stream().map(item -> ReceiptLine.of(item, BigDecimal.ONE, one)).toList(),
                Money.of("0.00", "GBP"),
                one,
                Via.web(),
                Moment.at(at));
    }
}
