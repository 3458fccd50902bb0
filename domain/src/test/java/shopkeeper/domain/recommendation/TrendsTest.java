package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Seeds;

class TrendsTest {
    private static final long DAY = 86_400;
    private static final int TEA = 0;
    private static final int SCARF = 1;
    private static final int LAMP = 2;

    private final Trends trends = new Trends();

    @Test
    void what_sells_as_ever_is_no_trend_and_what_begins_to_sell_is() {
        for (int day = 0; day < 60; day++) {
            for (int i = 0; i < 20; i++) {
                trends.sold(new int[] {TEA}, day * DAY + i);
            }
        }
        for (int i = 0; i < 4; i++) {
            trends.sold(new int[] {TEA, SCARF}, 60 * DAY + 60L * i);
        }

        var scores = scores();

        assertThat(scores[SCARF]).isPositive();
        assertThat(scores[TEA]).isZero();
        assertThat(trends.model("here", 0).why(Shopper.NOBODY, SCARF))
                .hasValue(new Why("TRENDING", 4, 0, List.of()));
        assertThat(trends.model("here", 0).why(Shopper.NOBODY, TEA)).isEmpty();
        assertThat(trends.model("here", 0).why(Shopper.NOBODY, 99)).isEmpty();
    }

    @Test
    void one_sale_makes_no_trend_and_two_do() {
        trends.sold(new int[] {SCARF}, 0);
        assertThat(scores()[SCARF]).isZero();

        trends.sold(new int[] {SCARF}, 1);
        assertThat(scores()[SCARF]).isPositive();
    }

    @Test
    void a_trend_fades_when_nobody_buys_any_more() {
        for (int i = 0; i < 8; i++) {
            trends.sold(new int[] {SCARF}, i);
        }
        float before = scores()[SCARF];
        trends.sold(new int[] {TEA}, 2 * DAY);
        float after = scores()[SCARF];
        trends.sold(new int[] {TEA}, 9 * DAY);

        assertThat(after).isPositive().isLessThan(before);
        assertThat(scores()[SCARF]).isZero();
    }

    @Test
    void more_sales_trend_more() {
        for (int i = 0; i < 5; i++) {
            trends.sold(i < 3 ? new int[] {SCARF, LAMP} : new int[] {LAMP}, i);
        }

        assertThat(scores()[LAMP]).isGreaterThan(scores()[SCARF]);
    }

    @Test
    void in_which_order_sales_are_heard_of_changes_nothing() {
        Seeds.tryMany(
                20,
                random -> {
                    long[] times = random.longs(30, 0, 20 * DAY).toArray();
                    var inOrder = new Trends();
                    var backwards = new Trends();
                    for (int i = 0; i < times.length; i++) {
                        inOrder.sold(new int[] {i % 3}, times[i]);
                    }
                    for (int i = times.length - 1; i >= 0; i--) {
                        backwards.sold(new int[] {i % 3}, times[i]);
                    }
                    var one = new float[3];
                    var other = new float[3];
                    inOrder.model("here", 0).score(Shopper.NOBODY, one);
                    backwards.model("here", 0).score(Shopper.NOBODY, other);

                    assertThat(one).containsExactly(other, within(1e-3f));
                });
    }

    @Test
    void the_model_stays_as_it_was_made() {
        trends.sold(new int[] {SCARF}, 0);
        var model = trends.model("here", 0);
        trends.sold(new int[] {SCARF}, 1);

        var scores = new float[3];
        model.score(Shopper.NOBODY, scores);
        assertThat(scores[SCARF]).isZero();
        assertThat(model.version()).isEqualTo("trending-1/here,0");
        assertThat(model.source()).isEqualTo(Source.TRENDING);
        assertThat(model.without(0)).isSameAs(model);
    }

    @Test
    void a_trend_of_long_ago_is_none_today() {
        for (int i = 0; i < 8; i++) {
            trends.sold(new int[] {SCARF}, i);
        }
        var scores = new float[3];

        trends.model("here", DAY).score(Shopper.NOBODY, scores);
        assertThat(scores[SCARF]).isPositive();
        trends.model("here", 20 * DAY).score(Shopper.NOBODY, scores);
        assertThat(scores[SCARF]).isZero();
    }

    @Test
    void what_was_sold_for_less_than_most_of_a_year_may_be_new_or_gone_and_is_of_no_season() {
        var seasons = aYearOfTea();
        for (int i = 0; i < 9; i++) {
            seasons.sold(new int[] {SCARF}, 100);
            seasons.sold(new int[] {LAMP}, 100);
        }
        seasons.sold(new int[] {SCARF}, 399);
        seasons.sold(new int[] {LAMP}, 400);

        var scores = new float[3];
        seasons.model(100).score(Shopper.NOBODY, scores);

        assertThat(scores[SCARF]).isZero();
        assertThat(scores[LAMP]).isPositive();
    }

    @Test
    void a_second_year_is_more_evidence_than_more_sales_in_one() {
        var seasons = aYearOfTea();
        for (int i = 0; i < 8; i++) {
            seasons.sold(new int[] {SCARF}, 100);
            seasons.sold(new int[] {LAMP}, i < 4 ? 100 : 465);
        }
        seasons.sold(new int[] {SCARF}, 500);
        seasons.sold(new int[] {LAMP}, 500);

        var scores = new float[3];
        seasons.model(100).score(Shopper.NOBODY, scores);

        assertThat(scores[SCARF]).isPositive().isLessThan(scores[LAMP]);
        assertThat(scores[LAMP] / scores[SCARF]).isCloseTo(4 / 3f, within(.001f));
    }

    @Test
    void the_turn_of_the_year_does_not_make_two_seasons_of_one() {
        var whole = aYearOfTea();
        var turned = aYearOfTea();
        for (int i = 0; i < 8; i++) {
            whole.sold(new int[] {SCARF}, 359);
            turned.sold(new int[] {SCARF}, i < 4 ? 362 : 367);
        }
        whole.sold(new int[] {SCARF}, 20);
        turned.sold(new int[] {SCARF}, 20);
        var scores = new float[3];
        whole.model(359).score(Shopper.NOBODY, scores);
        float one = scores[SCARF];
        turned.model(364).score(Shopper.NOBODY, scores);

        assertThat(one).isPositive();
        assertThat(scores[SCARF])
                .as("less, for it is spread over weeks")
                .isPositive()
                .isLessThan(one);
    }

    @Test
    void in_which_order_a_season_is_heard_of_changes_nothing() {
        Seeds.tryMany(
                20,
                random -> {
                    long[] days = random.longs(300, -400, 900).toArray();
                    var inOrder = new Seasons();
                    var backwards = new Seasons();
                    for (int i = 0; i < days.length; i++) {
                        inOrder.sold(new int[] {(int) Math.floorMod(days[i], 3L)}, days[i]);
                        long last = days[days.length - 1 - i];
                        backwards.sold(new int[] {(int) Math.floorMod(last, 3L)}, last);
                    }
                    var one = new float[3];
                    var other = new float[3];
                    inOrder.model(900).score(Shopper.NOBODY, one);
                    backwards.model(900).score(Shopper.NOBODY, other);
                    assertThat(one).containsExactly(other);
                });
    }

    /** Every day of the first year and of the next half a basket with tea. */
    private static Seasons aYearOfTea() {
        var seasons = new Seasons();
        for (int day = 0; day < 540; day++) {
            seasons.sold(new int[] {TEA}, day);
        }
        return seasons;
    }

    @Test
    void nothing_sold_is_no_trend() {
        assertThat(scores()).containsExactly(0, 0, 0);
    }

    @Test
    void what_sold_at_this_time_of_the_year_belongs_to_the_season() {
        var seasons = new Seasons();
        long december = 365 * 50 + 340;
        for (int year = 0; year < 2; year++) {
            for (int day = 0; day < 365; day++) {
                long at = december - 700 + 365L * year + day;
                seasons.sold(new int[] {TEA}, at);
                if (Math.floorMod(at - december, 365) < 14) {
                    seasons.sold(new int[] {SCARF}, at);
                }
            }
        }
        seasons.sold(new int[] {LAMP}, december);

        var now = new float[3];
        var summer = new float[3];
        seasons.model(december + 5).score(Shopper.NOBODY, now);
        seasons.model(december + 180).score(Shopper.NOBODY, summer);

        assertThat(now[SCARF]).isPositive();
        assertThat(now[TEA]).isZero();
        assertThat(now[LAMP]).as("one sale is no season").isZero();
        assertThat(summer[SCARF]).isZero();
        assertThat(seasons.model(december).why(Shopper.NOBODY, SCARF)).isPresent();
        assertThat(seasons.model(december).why(Shopper.NOBODY, TEA)).isEqualTo(Optional.empty());
        assertThat(seasons.model(december).why(Shopper.NOBODY, 99)).isEqualTo(Optional.empty());
        assertThat(seasons.model(december).source()).isEqualTo(Source.SEASONAL);
        assertThat(seasons.model(december).version()).startsWith("seasonal-2/week=");
    }

    @Test
    void the_season_goes_on_over_new_year() {
        var seasons = new Seasons();
        long newYear = 0; // 1 January 1970
        for (int day = 30; day < 332; day++) {
            seasons.sold(new int[] {TEA}, newYear + day);
        }
        for (int i = 0; i < 9; i++) {
            seasons.sold(new int[] {SCARF}, newYear - 3);
        }
        seasons.sold(new int[] {SCARF}, newYear + 300);

        var scores = new float[9];
        seasons.model(newYear + 366).score(Shopper.NOBODY, scores);

        assertThat(scores[SCARF]).isPositive();
        assertThat(scores[8]).isZero();
    }

    private float[] scores() {
        var scores = new float[] {9, 9, 9};
        trends.model("here", 0).score(Shopper.NOBODY, scores);
        return scores;
    }
}
