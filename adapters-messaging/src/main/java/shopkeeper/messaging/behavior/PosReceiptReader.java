package shopkeeper.messaging.behavior;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.messaging.behavior.PosReceipt.Practice;
import shopkeeper.messaging.behavior.StoreClock.Time;
import shopkeeper.messaging.kernel.CloudEvent;
import shopkeeper.messaging.kernel.Fields;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.MalformedMessage;
import shopkeeper.messaging.kernel.NamedCustomer;
import shopkeeper.messaging.kernel.Till;

/** Reads a till's receipt; tender and tax lines tell nothing about the customer. */
final class PosReceiptReader {
    private final BrowseCatalog catalog;

    PosReceiptReader(BrowseCatalog catalog) {
        this.catalog = catalog;
    }

    PosReceipt read(Heard heard) {
        CloudEvent event = heard.event();
        Fields data = event.fields();
        requireSameTill(data, heard.till());
        var clock = StoreClock.of(event, heard.till(), catalog);
        var begin = StoreClock.time(data, "begin").orElseThrow(() -> data.missing("begin"));
        var currency = data.needed("currency", Currency::getInstance);
        var lines = data.list("lines");
        var sold = new ArrayList<ReceiptLine>();
        var returned = new LinkedHashMap<Optional<ReceiptId>, List<ReceiptLine>>();
        Money discount = Money.zero(currency);
        for (Fields line : lines) {
            if (line.flag("void")) {
                continue;
            }
            switch (line.text("kind").orElse(PosTransactionListener.usualKind(event))) {
                case "sale" -> sold.add(line(line, currency, false));
                case "return" ->
                        returned.computeIfAbsent(link(line, data), _ -> new ArrayList<>())
                                .add(line(line, currency, true));
                case "discount" -> discount = discount.plus(discount(line, currency));
                default -> {
                    // Tender, tax and what tills will invent: the sum tells whether it mattered.
                }
            }
        }
        return new PosReceipt(
                receipt(data, begin.local()),
                NamedCustomer.in(data),
                sold,
                discount,
                returned,
                net(data, currency),
                clock.instant(StoreClock.time(data, "end").orElse(begin)),
                practice(data));
    }

    /** Or a till could use up the receipt numbers of another one. */
    private static void requireSameTill(Fields data, Till till) {
        var store = data.neededPart("store").needed("id");
        if (!store.equals(till.store().value())) {
            throw new MalformedMessage("data.store.id is another store than source names.");
        }
        if (!data.needed("workstation").equals(till.number())) {
            throw new MalformedMessage("data.workstation is another till than source names.");
        }
    }

    private static ReceiptId receipt(Fields data, LocalDateTime begin) {
        var store = data.neededPart("store").needed("id", StoreId::new);
        return identity(store, data, begin);
    }

    private static ReceiptId identity(StoreId store, Fields data, LocalDateTime begin) {
        var day = data.needed("businessDay", LocalDate::parse);
        var workstation = data.needed("workstation");
        return data.needed(
                "sequence", sequence -> ReceiptId.atTill(store, workstation, day, sequence, begin));
    }

    private static Optional<ReceiptId> link(Fields line, Fields data) {
        return line.part("link")
                .or(() -> data.part("link"))
                .map(link ->
                        link.text("receipt", ReceiptId::new)
                                .orElseGet(() ->
                                        identity(
                                                link.needed("store", StoreId::new),
                                                link,
                                                link.needed("begin", Time::parse).local())));
    }

    /** Some tills write what comes back with a minus sign, some without. */
    private static ReceiptLine line(Fields line, Currency currency, boolean back) {
        var quantity = line.neededDecimal("qty");
        var unitPrice = line.decimal("unitPrice");
        var extended = line.decimal("extended");
        if (back) {
            quantity = quantity.abs();
            unitPrice = unitPrice.map(BigDecimal::abs);
            extended = extended.map(BigDecimal::abs);
        }
        return of(line, quantity, unitPrice, extended, currency);
    }

    private static ReceiptLine of(
            Fields line,
            BigDecimal quantity,
            Optional<BigDecimal> unitPrice,
            Optional<BigDecimal> extended,
            Currency currency) {
        var product = product(line);
        try {
            if (extended.isEmpty()) {
                var price = unitPrice.orElseThrow(() -> line.missing("unitPrice"));
                return ReceiptLine.of(product, quantity, new Money(price, currency));
            }
            var total = new Money(extended.get(), currency);
            // Nobody divides by zero: the quantity is checked by the line itself.
            var price =
                    unitPrice.isPresent() || quantity.signum() == 0
                            ? new Money(unitPrice.orElse(BigDecimal.ZERO), currency)
                            : Money.rounded(
                                    extended.get().divide(quantity, MathContext.DECIMAL64),
                                    currency);
            return new ReceiptLine(product, quantity, price, total);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage(
                    line.path("qty") + ", unitPrice or extended is wrong: " + e.getMessage() + ".");
        }
    }

    private static ProductId product(Fields line) {
        return line.text("gtin", ProductId::new)
                .or(() -> line.text("posItem", ProductId::new))
                .or(() -> line.text("sku", ProductId::new))
                .orElseThrow(() -> line.missing("gtin, posItem or sku"));
    }

    private static Money discount(Fields line, Currency currency) {
        var amount = money(line, "amount", line.neededDecimal("amount"), currency);
        if (amount.compareTo(Money.zero(currency)) > 0) {
            throw new MalformedMessage(line.path("amount") + " of a discount is above zero.");
        }
        return amount;
    }

    private static Money net(Fields data, Currency currency) {
        var totals = data.neededPart("totals");
        return money(totals, "net", totals.neededDecimal("net"), currency);
    }

    private static Money money(Fields fields, String name, BigDecimal amount, Currency currency) {
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage(fields.path(name) + ": " + e.getMessage() + ".");
        }
    }

    private static Optional<Practice> practice(Fields data) {
        var flags = data.part("flags");
        if (flags.map(set -> set.flag("training")).orElse(false)) {
            return Optional.of(Practice.TRAINING);
        }
        return flags.map(set -> set.flag("cancelled")).orElse(false)
                ? Optional.of(Practice.CANCELLED)
                : Optional.empty();
    }
}
