package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
    void what_is_taken_back_was_never_sold() {
        Seeds.tryMany(
                20,
                random -> {
                    var kept = new Trends();
                    var all = new Trends();
                    long[] times = random.longs(40, 0, 20 * DAY).toArray();
                    for (int i = 0; i < times.length; i++) {
                        all.sold(new int[] {i % 3}, times[i]);
                        if (i % 4 != 0) {
                            kept.sold(new int[] {i % 3}, times[i]);
                        }
                    }
                    for (int i = 0; i < times.length; i += 4) {
                        all.unsold(new int[] {i % 3}, times[i]);
                    }
                    var one = new float[3];
                    var other = new float[3];
                    all.model("here", 20 * DAY).score(Shopper.NOBODY, one);
                    kept.model("here", 20 * DAY).score(Shopper.NOBODY, other);
                    assertThat(one).containsExactly(other, within(1e-3f));
                });
    }

    @Test
    void nothing_sold_is_no_trend() {
        assertThat(scores()).containsExactly(0, 0, 0);
    }

    private float[] scores() {
        var scores = new float[] {9, 9, 9};
        trends.model("here", 0).score(Shopper.NOBODY, scores);
        return scores;
    }
}
