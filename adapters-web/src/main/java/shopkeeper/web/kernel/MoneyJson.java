package shopkeeper.web.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Money;

/**
 * {@code {"amount":"19.95","currency":"EUR"}}; where a currency is given around it, the amount
 * alone is taken too.
 */
public record MoneyJson(@Nullable String amount, @Nullable String currency) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public MoneyJson {}

    /** In the currency around it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static MoneyJson alone(String amount) {
        return new MoneyJson(amount, null);
    }

    public static MoneyJson of(Money money) {
        return new MoneyJson(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }

    public Money asMoney(String field, Currency around) {
        var own = currency == null ? around : Input.currency(field + ".currency", currency);
        return Input.required(
                field + ".amount",
                amount,
                text -> new Money(Input.amount(field + ".amount", new BigDecimal(text)), own));
    }
}
