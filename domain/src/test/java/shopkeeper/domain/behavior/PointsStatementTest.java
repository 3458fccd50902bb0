package shopkeeper.domain.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopkeeper.domain.behavior.PointsEvent.PointsOpened;
import shopkeeper.domain.behavior.PointsStatement.Entry;
import shopkeeper.domain.behavior.PointsStatement.Kind;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Via;

class PointsStatementTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "59.90, EUR, 59",
        "39.95, EUR, 39",
        "0.99, EUR, 0",
        "0, EUR, 0",
        "-5.00, EUR, 0",
        "12.50, GBP, 12",
        "1500, JPY, 15",
        "99, JPY, 0",
        "1.999, KWD, 1"
    })
    void a_point_for_each_full_step(String net, String currency, long points) {
        assertThat(PointsRule.CURRENT.points(Money.of(net, currency))).isEqualTo(points);
    }

    @Test
    void a_statement_says_where_each_point_comes_from() {
        var statement =
                statement(
                        120,
                        List.of(sale("r-1", "39.95"), voided("r-2")),
                        List.of(unlinked("r-3", "19.95")));

        assertThat(statement)
                .isEqualTo(
                        new PointsStatement(
                                "points-1",
                                120,
                                List.of(
                                        new Entry(id("r-1"), Kind.SALE, eur("39.95"), 39),
                                        new Entry(id("r-2"), Kind.VOIDED, eur("0"), 0),
                                        new Entry(
                                                id("r-3"),
                                                Kind.UNLINKED_RETURN,
                                                eur("-19.95"),
                                                -19)),
                                140));
    }

    @Test
    void a_balance_is_never_below_zero() {
        assertThat(statement(10, List.of(), List.of(unlinked("r-1", "25.00"))).balance()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PointsOpened(new CustomerId("c-1"), -1, Via.phone(), Moment.at(NOON)));
    }

    @Test
    void what_was_spent_is_told_by_currency_and_since_when() {
        var before = NOON.minusSeconds(1);
        var history =
                new PurchaseHistory(
                        0,
                        List.of(
                                sale("r-1", "10.10"),
                                new SaleNet(id("r-2"), Money.of("7.07", "GBP"), false, NOON),
                                new SaleNet(id("r-3"), eur("99.00"), false, before)),
                        List.of(
                                unlinked("r-4", "3.05"),
                                new UnlinkedReturn(id("r-5"), eur("50.00"), 0, before)));

        assertThat(history.spentSince(NOON)).containsExactly(eur("7.05"), Money.of("7.07", "GBP"));
        assertThat(
                        new PurchaseHistory(0, List.of(), List.of(unlinked("r-4", "3.05")))
                                .spentSince(NOON))
                .containsExactly(eur("0"));
    }

    private static PointsStatement statement(
            int opening, List<SaleNet> sales, List<UnlinkedReturn> unlinked) {
        return PointsStatement.of(
                PointsRule.CURRENT, new PurchaseHistory(opening, sales, unlinked));
    }

    private static SaleNet sale(String receipt, String net) {
        return new SaleNet(id(receipt), eur(net), false, NOON);
    }

    private static SaleNet voided(String receipt) {
        return new SaleNet(id(receipt), eur("0"), true, NOON);
    }

    private static UnlinkedReturn unlinked(String receipt, String total) {
        return new UnlinkedReturn(id(receipt), eur(total), 0, NOON);
    }

    private static ReceiptId id(String value) {
        return new ReceiptId(value);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
