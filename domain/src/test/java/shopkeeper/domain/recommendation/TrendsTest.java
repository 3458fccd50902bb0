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
        assertThat(trends.model("here").why(Shopper.NOBODY, SCARF))
                .hasValue(new Why("TRENDING", 4, 0, List.of()));
        assertThat(trends.model("here").why(Shopper.NOBODY, TEA)).isEmpty();
        assertThat(trends.model("here").why(Shopper.NOBODY, 99)).isEmpty();
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
                    inOrder.model("here").score(Shopper.NOBODY, one);
                    backwards.model("here").score(Shopper.NOBODY, other);

                    assertThat(one).containsExactly(other, within(1e-3f));
                });
    }

    @Test
    void the_model_stays_as_it_was_made() {
        trends.sold(new int[] {SCARF}, 0);
        var model = trends.model("here");
        trends.sold(new int[] {SCARF}, 1);

        var scores = new float[3];
        model.score(Shopper.NOBODY, scores);
        assertThat(scores[SCARF]).isZero();
        assertThat(model.version()).isEqualTo("trending-1/here,0");
        assertThat(model.source()).isEqualTo(Source.TRENDING);
        assertThat(model.without(0)).isSameAs(model);
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
        assertThat(seasons.model(december).version()).startsWith("seasonal-1/week=");
    }

    @Test
    void the_season_goes_on_over_new_year() {
        var seasons = new Seasons();
        long newYear = 0; // 1 January 1970
        for (int day = 30; day < 330; day++) {
            seasons.sold(new int[] {TEA}, newYear + day);
        }
        for (int i = 0; i < 9; i++) {
            seasons.sold(new int[] {SCARF}, newYear - 3);
        }

        var scores = new float[9];
        seasons.model(newYear + 366).score(Shopper.NOBODY, scores);

        assertThat(scores[SCARF]).isPositive();
        assertThat(scores[8]).isZero();
    }

    private float[] scores() {
        var scores = new float[] {9, 9, 9};
        trends.model("here").score(Shopper.NOBODY, scores);
        return scores;
    }
}
