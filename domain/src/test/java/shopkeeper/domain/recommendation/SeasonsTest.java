package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Seeds;

class SeasonsTest {
    private static final int TEA = 0;
    private static final int SCARF = 1;
    private static final int LAMP = 2;

    @Test
    void what_was_sold_for_less_than_most_of_a_year_may_be_new_or_gone_and_is_of_no_season() {
        var seasons = aYearOfTea();
        for (int i = 0; i < 9; i++) {
            seasons.sold(new int[] {SCARF}, 100);
            seasons.sold(new int[] {LAMP}, 100);
        }
        seasons.sold(new int[] {SCARF}, 400);
        seasons.sold(new int[] {LAMP}, 401);

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
        assertThat(seasons.model(december).version()).startsWith("seasonal-3/everywhere,week=");
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

    @Test
    void what_is_taken_back_was_never_sold() {
        Seeds.tryMany(
                20,
                random -> {
                    var kept = new Seasons();
                    var all = new Seasons();
                    long[] days = random.longs(400, 0, 800).toArray();
                    for (int i = 0; i < days.length; i++) {
                        all.sold(new int[] {(int) (days[i] / 100 % 3)}, days[i]);
                        if (i % 4 != 0) {
                            kept.sold(new int[] {(int) (days[i] / 100 % 3)}, days[i]);
                        }
                    }
                    for (int i = 0; i < days.length; i += 4) {
                        all.unsold(new int[] {(int) (days[i] / 100 % 3)}, days[i]);
                    }
                    assertThat(scores(all.model(750))).containsExactly(scores(kept.model(750)));
                });
    }

    @Test
    void of_two_seasons_the_later_one_counts_more() {
        var seasons = aYearOfTea();
        for (int i = 0; i < 12; i++) {
            seasons.sold(new int[] {SCARF}, 100);
            seasons.sold(new int[] {LAMP}, 100 + 3 * 365);
        }
        seasons.sold(new int[] {SCARF}, 500);
        seasons.sold(new int[] {LAMP}, 500);

        var scores = scores(seasons.model(100 + 4 * 365));

        assertThat(scores[SCARF]).isPositive().isLessThan(scores[LAMP]);
    }

    @Test
    void what_was_all_taken_back_or_never_sold_is_of_no_season() {
        var seasons = aYearOfTea();
        for (int i = 0; i < 9; i++) {
            seasons.sold(new int[] {SCARF}, 100);
        }
        seasons.sold(new int[] {SCARF}, 500);
        seasons.unsold(new int[] {SCARF}, 500);
        seasons.unsold(new int[] {LAMP}, 100);

        assertThat(scores(seasons.model(100))).containsOnly(0);
    }

    @Test
    void a_place_has_a_season_of_its_own_and_takes_what_it_does_not_know_from_all() {
        var all = aYearOfTea();
        var here = aYearOfTea();
        for (int i = 0; i < 9; i++) {
            all.sold(new int[] {SCARF, LAMP}, 100);
            here.sold(new int[] {SCARF}, 250);
        }
        all.sold(new int[] {SCARF, LAMP}, 500);
        here.sold(new int[] {SCARF}, 560);

        var scores = scores(here.model("store=leeds", 100, all));

        assertThat(scores[SCARF]).as("is of another time of the year here").isZero();
        assertThat(scores[LAMP]).as("was never sold here").isPositive();
        assertThat(here.model("store=leeds", 100, all).version())
                .isEqualTo("seasonal-3/store=leeds,week=14");
    }

    private static float[] scores(CandidateModel model) {
        var scores = new float[3];
        model.score(Shopper.NOBODY, scores);
        return scores;
    }
}
