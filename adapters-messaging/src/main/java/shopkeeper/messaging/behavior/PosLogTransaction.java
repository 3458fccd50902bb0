package shopkeeper.messaging.behavior;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import shopkeeper.messaging.behavior.PosLog.Told;
import shopkeeper.messaging.kernel.StrictJson;
import shopkeeper.messaging.kernel.StrictXml.Element;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One transaction of a POSLog in the words of our own messages; what is amiss is found there. */
final class PosLogTransaction {
    private final Element transaction;
    private final Element retail;

    PosLogTransaction(Element transaction) {
        this.transaction = transaction;
        this.retail = PosLog.find(transaction, "RetailTransaction").orElseThrow();
    }

    Told told() {
        var data = StrictJson.object();
        store(transaction).ifPresent(store -> data.putObject("store").put("id", store));
        identity(transaction, data);
        put(data, "end", text(transaction, "EndDateTime"));
        put(data, "currency", text(transaction, "CurrencyCode"));
        var link = PosLog.find(retail, "TransactionLink");
        boolean voids = link.isPresent() && status().contains("void");
        link.ifPresent(one -> link(one, data.putObject("link")));
        if (voids) {
            return new Told(PosKind.VOIDED, data);
        }
        data.putObject("flags")
                .put("training", flag(transaction, "TrainingModeFlag"))
                .put("cancelled", isCancelled());
        loyalty().ifPresent(card -> data.putObject("customer").put("loyaltyId", card));
        var lines = data.putArray("lines");
        descendants(retail, "LineItem").stream()
                .filter(line -> !flag(line, "VoidFlag"))
                .forEach(line -> line(line, lines));
        total(lines).ifPresent(net -> data.putObject("totals").put("net", net));
        return new Told(PosKind.COMPLETED, data);
    }

    private void line(Element line, ArrayNode lines) {
        PosLog.find(line, "Sale").ifPresent(sale -> item(sale, "sale", lines.addObject()));
        PosLog.find(line, "Return")
                .ifPresent(back -> {
                    var node = item(back, "return", lines.addObject());
                    PosLog.find(back, "TransactionLink")
                            .ifPresent(link -> link(link, node.putObject("link")));
                    put(node, "reason", text(back, "Reason"));
                });
        PosLog.find(line, "Discount")
                .flatMap(discount -> amount(discount, "Amount"))
                .ifPresent(amount ->
                        lines.addObject()
                                .put("kind", "discount")
                                .put("amount", amount.abs().negate().toPlainString()));
    }

    private static ObjectNode item(Element item, String kind, ObjectNode node) {
        node.put("kind", kind);
        var identity = PosLog.find(item, "POSIdentity");
        var itemId = PosLog.find(item, "ItemID");
        boolean barCode =
                identity.map(one -> isGtin(one, "POSIDType")).orElse(false)
                        || itemId.map(one -> isGtin(one, "Type")).orElse(false);
        identity.flatMap(one -> text(one, "POSItemID"))
                .or(() -> itemId.map(Element::text))
                .filter(id -> !id.isEmpty())
                .ifPresent(id -> node.put(barCode ? "gtin" : "posItem", id));
        node.put("qty", text(item, "Quantity").orElse("1"));
        put(
                node,
                "unitPrice",
                text(item, "ActualSalesUnitPrice").or(() -> text(item, "RegularSalesUnitPrice")));
        put(node, "extended", text(item, "ExtendedAmount"));
        return node;
    }

    /** In the middle of the night a till may be counted by another day than the calendar's. */
    private static void identity(Element element, ObjectNode data) {
        put(data, "workstation", text(element, "WorkstationID"));
        put(data, "sequence", text(element, "SequenceNumber"));
        put(
                data,
                "businessDay",
                text(element, "BusinessDayDate")
                        .map(day -> day.length() > 10 ? day.substring(0, 10) : day));
        put(data, "begin", text(element, "BeginDateTime"));
    }

    private static void link(Element link, ObjectNode node) {
        put(node, "store", store(link));
        identity(link, node);
    }

    private static Optional<String> store(Element element) {
        return text(element, "RetailStoreID")
                .or(() ->
                        PosLog.find(element, "BusinessUnit").flatMap(unit -> text(unit, "UnitID")));
    }

    private Optional<String> loyalty() {
        return descendants(retail, "LoyaltyID").stream()
                .map(Element::text)
                .filter(card -> !card.isEmpty())
                .findFirst();
    }

    /** A suspended or voided basket was never paid. */
    private boolean isCancelled() {
        return flag(transaction, "CancelFlag")
                || Stream.of("cancel", "suspend", "void").anyMatch(status()::contains);
    }

    private String status() {
        return retail.attributes().getOrDefault("TransactionStatus", "").toLowerCase(Locale.ROOT);
    }

    /** Tills mean different sums by the same word; the one that adds up counts, else the last. */
    private Optional<String> total(ArrayNode lines) {
        var stated = new ArrayList<BigDecimal>();
        for (String type : List.of("TransactionGrandAmount", "TransactionNetAmount")) {
            descendants(retail, "Total").stream()
                    .filter(total -> type.equals(total.attributes().get("TotalType")))
                    .flatMap(total ->
                            PosLog.find(total, "Amount").or(() -> Optional.of(total)).stream())
                    .flatMap(total -> decimal(total.text()).stream())
                    .forEach(stated::add);
        }
        var sum = sum(lines);
        return stated.stream()
                .filter(total -> total.compareTo(sum) == 0)
                .findFirst()
                .or(() -> stated.stream().findFirst())
                .map(BigDecimal::toPlainString);
    }

    private static BigDecimal sum(ArrayNode lines) {
        var sum = BigDecimal.ZERO;
        for (var line : lines) {
            var amount = decimal(line.path("extended").asString("0")).orElse(BigDecimal.ZERO);
            sum =
                    switch (line.path("kind").asString("")) {
                        case "return" -> sum.subtract(amount.abs());
                        case "discount" ->
                                sum.add(
                                        decimal(line.path("amount").asString("0"))
                                                .orElse(BigDecimal.ZERO));
                        default -> sum.add(amount);
                    };
        }
        return sum;
    }

    private static Optional<BigDecimal> amount(Element element, String name) {
        return text(element, name).flatMap(PosLogTransaction::decimal);
    }

    /** What is no number is said to be none by whoever reads our own message. */
    private static Optional<BigDecimal> decimal(String text) {
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static List<Element> descendants(Element element, String name) {
        return element.children().stream()
                .flatMap(child ->
                        Stream.concat(
                                Stream.of(child).filter(one -> one.name().equals(name)),
                                descendants(child, name).stream()))
                .toList();
    }

    private static Optional<String> text(Element element, String name) {
        return PosLog.find(element, name).map(Element::text).filter(text -> !text.isEmpty());
    }

    private static boolean flag(Element element, String name) {
        var value = element.attributes().getOrDefault(name, "false");
        return value.equals("true") || value.equals("1");
    }

    private static boolean isGtin(Element element, String attribute) {
        return element.attributes()
                .getOrDefault(attribute, "")
                .toUpperCase(Locale.ROOT)
                .matches("GTIN.*|EAN.*|UPC.*");
    }

    private static void put(ObjectNode node, String name, Optional<String> value) {
        value.ifPresent(text -> node.put(name, text));
    }
}
