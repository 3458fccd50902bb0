package shopkeeper.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.domain.Seeds;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "19.95,  EUR, 19.95 EUR",
        "2,      EUR, 2.00 EUR",
        "1.500,  EUR, 1.50 EUR",
        "1999,   JPY, 1999 JPY",
        "1E+3,   JPY, 1000 JPY",
        "12.345, KWD, 12.345 KWD",
        "-0.01,  GBP, -0.01 GBP",
        "3,      XXX, 3 XXX",
    })
    void an_amount_is_kept_at_the_digits_of_its_currency(
            String amount, String currency, String shown) {
        assertThat(Money.of(amount, currency)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({"19.955, EUR", "0.5, JPY", "1.2345, KWD", "1E-999999999, EUR"})
    void nothing_finer_than_the_smallest_coin_is_money(String amount, String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000001", "-1000000000000001", "1E+999999999"})
    void no_shop_charges_beyond_ten_to_the_fifteenth(String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(amount, "EUR"))
                .withMessageContaining("beyond");
    }

    @ParameterizedTest
    @CsvSource({
        "2.345,   EUR, 2.35 EUR",
        "-2.345,  EUR, -2.35 EUR",
        "1799.1,  JPY, 1799 JPY",
        "11.1105, KWD, 11.111 KWD",
    })
    void retail_rounds_half_up(String exact, String currency, String rounded) {
        assertThat(Money.rounded(new BigDecimal(exact), Currency.getInstance(currency)))
                .hasToString(rounded);
    }

    @ParameterizedTest
    @CsvSource({
        "1999,   JPY, 0.90,  1799 JPY",
        "12.345, KWD, 0.90,  11.111 KWD",
        "2.00,   EUR, 0.842, 1.68 EUR",
        "2.99,   EUR, 0.42,  1.26 EUR",
        "0.99,   EUR, 1.19,  1.18 EUR",
    })
    void times_rounds_once_at_the_end(
            String amount, String currency, String factor, String product) {
        assertThat(Money.of(amount, currency).times(new BigDecimal(factor))).hasToString(product);
    }

    @Test
    void a_discount_is_split_without_losing_a_cent() {
        assertThat(Money.of("10.00", "EUR").allocate(weights("19.99", "5.01", "25.00")))
                .containsExactly(
                        Money.of("4.00", "EUR"), Money.of("1.00", "EUR"), Money.of("5.00", "EUR"));
    }

    @Test
    void a_tie_for_the_last_cent_goes_to_the_earlier_line() {
        assertThat(Money.of("0.05", "EUR").allocate(weights("1", "1", "1")))
                .containsExactly(
                        Money.of("0.02", "EUR"), Money.of("0.02", "EUR"), Money.of("0.01", "EUR"));
    }

    @Test
    void a_reduction_is_split_like_an_amount() {
        assertThat(Money.of("-100", "JPY").allocate(weights("1", "2", "0")))
                .containsExactly(
                        Money.of("-33", "JPY"), Money.of("-67", "JPY"), Money.of("0", "JPY"));
    }

    @Test
    void every_split_sums_to_the_whole_and_no_share_is_a_coin_off() {
        Seeds.tryMany(
                500,
                random -> {
                    var currency = List.of("EUR", "JPY", "KWD").get(random.nextInt(3));
                    var digits = Currency.getInstance(currency).getDefaultFractionDigits();
                    var whole =
                            new Money(
                                    BigDecimal.valueOf(
                                            random.nextLong(-1_000_000, 1_000_000), digits),
                                    Currency.getInstance(currency));
                    var weights =
                            IntStream.rangeClosed(0, random.nextInt(6))
                                    .mapToObj(line ->
                                            new BigDecimal(random.nextInt(line == 0 ? 1 : 0, 1000)))
                                    .toList();
                    var total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                    var coin = BigDecimal.ONE.movePointLeft(digits);

                    var shares = whole.allocate(weights);

                    assertThat(shares.stream().reduce(Money::plus)).hasValue(whole);
                    for (int line = 0; line < shares.size(); line++) {
                        var exactTimesTotal = whole.amount().multiply(weights.get(line));
                        var offTimesTotal =
                                shares.get(line).amount().multiply(total).subtract(exactTimesTotal);
                        assertThat(offTimesTotal.abs()).isLessThan(coin.multiply(total));
                    }
                });
    }

    @Test
    void weights_must_make_sense() {
        var ten = Money.of("10.00", "EUR");

        assertThatIllegalArgumentException().isThrownBy(() -> ten.allocate(weights("0", "0")));
        assertThatIllegalArgumentException().isThrownBy(() -> ten.allocate(weights("2", "-1")));
        assertThatIllegalArgumentException().isThrownBy(() -> ten.allocate(List.of()));
    }

    @Test
    void currencies_never_mix() {
        var euro = Money.of("1.01", "EUR");
        var yen = Money.of("1", "JPY");

        assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(yen));
        assertThatIllegalArgumentException().isThrownBy(() -> euro.minus(yen));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> euro.compareTo(yen))
                .withMessage("cannot mix EUR and JPY");
    }

    @Test
    void money_adds_subtracts_compares_and_turns_around() {
        var more = Money.of("3.07", "GBP");
        var less = Money.of("1.99", "GBP");

        assertThat(more.plus(less)).isEqualTo(Money.of("5.06", "GBP"));
        assertThat(less.minus(more)).isEqualTo(Money.of("-1.08", "GBP"));
        assertThat(less.minus(more).isNegative()).isTrue();
        assertThat(more.minus(more).isZero()).isTrue();
        assertThat(more.isNegative() || more.isZero()).isFalse();
        assertThat(more.negated()).isEqualTo(Money.of("-3.07", "GBP"));
        assertThat(more.min(less)).isEqualTo(less);
        assertThat(less.min(more)).isEqualTo(less);
        assertThat(more).isGreaterThan(less);
    }

    private static List<BigDecimal> weights(String... weights) {
        return Arrays.stream(weights).map(BigDecimal::new).toList();
    }
}
