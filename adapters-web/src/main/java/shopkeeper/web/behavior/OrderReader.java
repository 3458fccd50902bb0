package shopkeeper.web.behavior;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.Problem;
import tools.jackson.databind.JsonNode;

/**
 * Reads orders as web shops tell them.
 *
 * <p>The spec says total = lines − discount + shipping + tax. Shipping and tax are no goods, so
 * what we remember as paid is total − shipping − tax; where prices contain the tax already, as in
 * Europe, it is total − shipping. The one that adds up counts. An order with a coupon and no {@code
 * discount} was reduced by what is missing. Whatever then does not add up is refused.
 *
 * <p>Amounts that scripts computed in binary (37.580000000000005) are rounded to the cent.
 */
final class OrderReader {
    private static final String SHOP = "web";

    private OrderReader() {}

    static RecordPurchase purchase(SegmentCall call, CustomerId customer) {
        var order = call.properties();
        var currency = currency(order);
        var lines = lines(order, currency);
        var sum =
                lines.stream().map(ReceiptLine::extended).reduce(Money.zero(currency), Money::plus);
        var stated = money(order, "discount", currency).map(OrderReader::reduction);
        var total = goods(order, currency, sum.plus(stated.orElse(Money.zero(currency))));
        var discount =
                stated.orElseGet(() ->
                        SegmentCall.text(order, "coupon") == null || total.compareTo(sum) > 0
                                ? Money.zero(currency)
                                : total.minus(sum));
        return new RecordPurchase(
                Input.word("order_id", orderId(order), id -> ReceiptId.order(SHOP, id)),
                Optional.of(customer),
                Optional.empty(),
                lines,
                discount,
                total,
                call.via(),
                call.at());
    }

    /** Named by its own id, or by the message: one order may be refunded in parts. */
    static RecordReturn refund(SegmentCall call, CustomerId customer) {
        var refund = call.properties();
        var currency = currency(refund);
        var lines = lines(refund, currency);
        var order = orderId(refund);
        var own = SegmentCall.text(refund, "refund_id");
        var name = order + ":refund:" + (own == null ? call.message().id() : own);
        var total =
                money(refund, "total", currency)
                        .orElseGet(() ->
                                lines.stream()
                                        .map(ReceiptLine::extended)
                                        .reduce(Money.zero(currency), Money::plus));
        if (total.isNegative()) {
            throw Problem.invalid("total is what was paid back: zero or more.").asException();
        }
        return new RecordReturn(
                Input.word("refund_id", name, id -> ReceiptId.order(SHOP, id)),
                Optional.of(Input.word("order_id", order, id -> ReceiptId.order(SHOP, id))),
                Optional.of(customer),
                Optional.empty(),
                lines,
                reasons(refund),
                total,
                call.via(),
                call.at());
    }

    /** Of a product, else of the whole refund. */
    private static Map<ProductId, ReturnReason> reasons(JsonNode refund) {
        var why = new HashMap<ProductId, ReturnReason>();
        refund.path("products")
                .forEach(product ->
                        Optional.ofNullable(SegmentCall.text(product, "reason"))
                                .or(() -> Optional.ofNullable(SegmentCall.text(refund, "reason")))
                                .flatMap(ReturnReason::said)
                                .ifPresent(said -> why.put(ProductOf.required(product), said)));
        return why;
    }

    /** What was paid for the goods. */
    private static Money goods(JsonNode order, Currency currency, Money expected) {
        var stated = money(order, "total", currency);
        if (stated.isEmpty()) {
            return expected;
        }
        var zero = Money.zero(currency);
        var withTax = stated.get().minus(money(order, "shipping", currency).orElse(zero));
        return withTax.equals(expected)
                ? withTax
                : withTax.minus(money(order, "tax", currency).orElse(zero));
    }

    private static String orderId(JsonNode order) {
        return Input.required("order_id", SegmentCall.text(order, "order_id"));
    }

    private static Currency currency(JsonNode order) {
        return Input.currency(
                "currency", Input.required("currency", SegmentCall.text(order, "currency")));
    }

    private static List<ReceiptLine> lines(JsonNode order, Currency currency) {
        var products = order.get("products");
        var lines = new ArrayList<ReceiptLine>();
        if (products == null || products.isNull()) {
            return lines;
        }
        if (!products.isArray() || products.size() > 1000) {
            throw Problem.invalid("products must be a list of at most 1000 products.")
                    .asException();
        }
        for (JsonNode product : products) {
            lines.add(line(product, currency));
        }
        return lines;
    }

    private static ReceiptLine line(JsonNode product, Currency currency) {
        var id = ProductOf.required(product);
        var quantity = number(product, "quantity").orElse(BigDecimal.ONE);
        var price = Input.required("price", number(product, "price").orElse(null));
        return Input.word(
                "products",
                id,
                one ->
                        new ReceiptLine(
                                one,
                                quantity,
                                Money.rounded(price, currency),
                                Money.rounded(price.multiply(quantity), currency)));
    }

    private static Optional<Money> money(JsonNode json, String field, Currency currency) {
        return number(json, field)
                .map(amount -> Input.word(field, amount, some -> Money.rounded(some, currency)));
    }

    static Optional<BigDecimal> number(JsonNode json, String field) {
        var value = json.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (value.isNumber()) {
            return Optional.of(Input.amount(field, value.decimalValue()));
        }
        if (value.isString() && value.stringValue().length() <= 100) {
            return Optional.of(
                    Input.amount(field, Input.word(field, value.stringValue(), BigDecimal::new)));
        }
        throw Problem.invalid(field + " must be a number.").asException();
    }

    /** Shops send it as a positive amount; it takes away. */
    private static Money reduction(Money discount) {
        return discount.isNegative() ? discount : discount.negated();
    }

    /** Under which product a shop speaks. */
    static final class ProductOf {
        private ProductOf() {}

        static ProductId required(JsonNode json) {
            return optional(json)
                    .orElseThrow(() -> Problem.invalid("product_id is missing.").asException());
        }

        static Optional<ProductId> optional(JsonNode json) {
            if (!json.isObject()) {
                throw Problem.invalid("A product is an object.").asException();
            }
            var id = SegmentCall.text(json, "product_id");
            return Input.optional(
                    "product_id", id == null ? SegmentCall.text(json, "sku") : id, ProductId::new);
        }
    }
}
