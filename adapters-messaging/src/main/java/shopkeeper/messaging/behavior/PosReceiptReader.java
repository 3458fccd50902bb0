package shopkeeper.messaging.behavior;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.domain.behavior.Practice;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.behavior.VoidReason;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.messaging.kernel.CloudEvent;
import shopkeeper.messaging.kernel.Fields;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.MalformedMessage;
import shopkeeper.messaging.kernel.NamedCustomer;
import shopkeeper.messaging.kernel.NamedProduct;

/** Reads a till's receipt; tender and tax lines tell nothing about the customer. */
final class PosReceiptReader {
    private final BrowseCatalog catalog;

    PosReceiptReader(BrowseCatalog catalog) {
        this.catalog = catalog;
    }

    PosReceipt read(Heard heard) {
        CloudEvent event = heard.event();
        Fields data = event.fields();
        ReceiptNames.requireSameTill(data, heard.till());
        var clock = StoreClock.of(event, heard.till(), catalog);
        var begin = StoreClock.time(data, "begin").orElseThrow(() -> data.missing("begin"));
        var currency = data.needed("currency", Currency::getInstance);
        var lines = data.list("lines");
        var sold = new ArrayList<ReceiptLine>();
        var returned = new LinkedHashMap<Optional<ReceiptId>, List<ReceiptLine>>();
        var why = new HashMap<ProductId, ReturnReason>();
        var flawed = new ArrayList<ProductId>();
        Money discount = Money.zero(currency);
        for (Fields line : lines) {
            if (line.flag("void")) {
                continue;
            }
            switch (line.text("kind").orElse(PosKind.of(event.type()).usualLine())) {
                case "sale" -> {
                    sold.add(line(line, currency, false));
                    flaw(line).ifPresent(flawed::add);
                }
                case "return" -> {
                    returned.computeIfAbsent(link(line, data), _ -> new ArrayList<>())
                            .add(line(line, currency, true));
                    line.text("reason")
                            .flatMap(ReturnReason::said)
                            .ifPresent(said -> why.put(NamedProduct.in(line).product(), said));
                    flaw(line).ifPresent(flawed::add);
                }
                case "discount" -> discount = discount.plus(discount(line, currency));
                default -> {
                    // Tender, tax and what tills will invent: the sum tells whether it mattered.
                }
            }
        }
        return new PosReceipt(
                ReceiptNames.own(data, begin.local()),
                NamedCustomer.in(data),
                sold,
                discount,
                returned,
                why,
                net(data, currency),
                clock.instant(StoreClock.time(data, "end").orElse(begin)),
                practice(data),
                List.copyOf(flawed));
    }

    private static Optional<ReceiptId> link(Fields line, Fields data) {
        return line.part("link").or(() -> data.part("link")).map(ReceiptNames::linked);
    }

    /**
     * A void or a rejection: it speaks of an earlier receipt, or of the receipt it names itself.
     */
    PosVoid readVoid(Heard heard, VoidReason reason) {
        Fields data = heard.event().fields();
        ReceiptNames.requireSameTill(data, heard.till());
        var clock = StoreClock.of(heard.event(), heard.till(), catalog);
        var begin = StoreClock.time(data, "begin").orElseThrow(() -> data.missing("begin"));
        var own = ReceiptNames.own(data, begin.local());
        var occurred = clock.instant(StoreClock.time(data, "end").orElse(begin));
        var link = data.part("link").map(ReceiptNames::linked);
        if (link.isPresent()) {
            requireSameStore(link.get(), heard);
            return new PosVoid(own, link.get(), reason, occurred);
        }
        return switch (reason) {
            case VOIDED -> throw data.missing("link");
            case REJECTED -> new PosVoid(rejection(own), own, reason, occurred);
        };
    }

    /** A store takes back what it sold itself. */
    private static void requireSameStore(ReceiptId sale, Heard heard) {
        if (!sale.value().startsWith(heard.till().store() + "/")) {
            throw new MalformedMessage("data.link names a receipt of another store.");
        }
    }

    private static ReceiptId rejection(ReceiptId receipt) {
        try {
            return new ReceiptId(receipt + "-rejected");
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("The receipt's identity is too long.");
        }
    }

    private static Optional<ProductId> flaw(Fields line) {
        return Optional.of(NamedProduct.in(line))
                .filter(NamedProduct::flawed)
                .map(NamedProduct::product);
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
        var product = NamedProduct.in(line).product();
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
