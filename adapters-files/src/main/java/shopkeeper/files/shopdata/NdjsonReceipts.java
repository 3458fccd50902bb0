package shopkeeper.files.shopdata;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;

/** What stands on a receipt of our own format. */
final class NdjsonReceipts {
    private NdjsonReceipts() {}

    static void demandTotal(JsonFields fields, List<ReceiptLine> lines, Money discount) {
        var sum = lines.stream().map(ReceiptLine::extended).reduce(discount, Money::plus);
        fields.optionalNumber("total")
                .filter(total -> total.compareTo(sum.amount()) != 0)
                .ifPresent(_ -> {
                    throw new JsonFields.Unfit(Reject.SUMS_DO_NOT_ADD, "total");
                });
    }

    static ReceiptLine line(JsonFields line, Currency currency) {
        var product = line.value("product", ProductId::new);
        var quantity = line.optionalNumber("quantity").orElse(BigDecimal.ONE);
        var price = NdjsonReader.money(line, "price", currency);
        var amount = line.optionalNumber("amount");
        var read =
                line.make(
                        "quantity",
                        () ->
                                amount.map(sum ->
                                                new ReceiptLine(
                                                        product,
                                                        quantity,
                                                        price,
                                                        new Money(sum, currency)))
                                        .orElseGet(() -> ReceiptLine.of(product, quantity, price)));
        line.done();
        return read;
    }

    /** Words as tills write them; a purchase has none. */
    static Map<ProductId, ReturnReason> why(List<JsonFields> lines) {
        var why = new HashMap<ProductId, ReturnReason>();
        lines.forEach(line ->
                line.optionalText("reason")
                        .flatMap(ReturnReason::said)
                        .ifPresent(said -> why.put(line.value("product", ProductId::new), said)));
        return why;
    }
}
