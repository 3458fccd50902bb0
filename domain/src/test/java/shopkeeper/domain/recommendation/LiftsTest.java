package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Seeds;
import shopkeeper.domain.catalog.Details;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Candidate.Lift;

/** What rules add by looking at all products is what they say of each one, to the last bit. */
class LiftsTest {
    private static final List<String> WORDS =
            List.of("tea", "fine", "blue", "cup", "green", "set", "old", "tin", "milk", "jug");

    private final Map<Integer, Product> names = new HashMap<>();
    private final Goods goods = new Goods();

    @Test
    void shared_words_are_counted_and_added_once() {
        sell(0, "blue tea cup set");
        sell(1, "green tin");
        sell(2, "?");

        assertThat(sums("blue cup tea", 0.7, 3)).containsExactly(0.7 + 0.5, 0.7, 0.7);
        assertThat(sums("tea jug old", 0.7, 3)).containsExactly(0.7 + 0.5 / 3, 0.7, 0.7);
    }

    @Test
    void ten_shared_words_of_ten_are_worth_a_half_and_not_ten_roundings_of_a_twentieth() {
        var name = String.join(" ", WORDS);
        sell(0, name);

        assertThat(sums(name, 0, 1)).containsExactly(0.5);
    }

    @Test
    void a_new_name_is_found_by_its_new_words_only() {
        sell(0, "blue cup");
        sell(0, "green cup");

        assertThat(sums("blue", 0, 1)).containsExactly(0);
        assertThat(sums("green", 0, 1)).containsExactly(0.5);
        assertThat(sums("cup green", 0, 1)).containsExactly(0.5);
    }

    @Test
    void who_looks_for_nothing_or_for_no_word_is_shown_what_fits_otherwise() {
        sell(0, "blue cup");

        assertThat(sums(Optional.empty(), Optional.empty(), 0.25, 1)).containsExactly(0.25);
        assertThat(sums("! ?", 0.25, 1)).containsExactly(0.25);
        assertThat(sums(Optional.empty(), Optional.of("kind-0"), 0.25, 1))
                .containsExactly(0.25 + 0.1);
    }

    @Test
    void the_index_gives_what_looking_at_every_name_gives_to_the_last_bit() {
        Seeds.tryMany(
                400,
                random -> {
                    var any = new LiftsTest();
                    for (int change = 0; change < 60; change++) {
                        any.sell(random.nextInt(20), someWords(random));
                    }
                    var lifts =
                            any.lifts(Optional.of(someWords(random)), Optional.of("kind-1"), 20);
                    var sums = random.doubles(any.goods.size(), 0, 3).toArray();
                    var scanned = sums.clone();

                    lifts.addTo(sums);

                    for (int number = 0; number < scanned.length; number++) {
                        for (Lift lift : lifts.of(number)) {
                            scanned[number] += lift.plus();
                        }
                    }
                    assertThat(bits(sums)).isEqualTo(bits(scanned));
                });
    }

    @Test
    void a_shop_whose_names_changed_makes_the_slate_of_one_that_opens_with_them() {
        Seeds.tryMany(
                100,
                random -> {
                    var changed = new LiftsTest();
                    for (int change = 0; change < 60; change++) {
                        changed.sell(random.nextInt(20), someWords(random));
                    }
                    var opened = new LiftsTest();
                    for (int number = 0; number < changed.goods.size(); number++) {
                        var product = changed.names.get(number);
                        if (product != null) {
                            opened.sell(number, product.name());
                        }
                    }
                    var asked = Optional.of(someWords(random));

                    assertThat(opened.slate(asked, 10)).isEqualTo(changed.slate(asked, 10));
                });
    }

    private static long[] bits(double[] sums) {
        return Arrays.stream(sums).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    private static String someWords(RandomGenerator random) {
        var words = new ArrayList<String>();
        for (String word : WORDS) {
            if (random.nextInt(3) == 0) {
                words.add(word);
            }
        }
        return words.isEmpty() ? "-" : String.join(" ", words);
    }

    private void sell(int number, String name) {
        var product =
                new Product(
                        new ProductId("p-" + number),
                        name,
                        Optional.of("kind-" + number % 3),
                        true,
                        Details.NONE);
        names.put(number, product);
        goods.put(number, product, -1);
    }

    private double[] sums(String query, double start, int products) {
        return sums(Optional.of(query), Optional.empty(), start, products);
    }

    private double[] sums(
            Optional<String> query, Optional<String> category, double start, int products) {
        var sums = new double[products];
        Arrays.fill(sums, start);
        lifts(query, category, products).addTo(sums);
        return sums;
    }

    private Lifts lifts(Optional<String> query, Optional<String> category, int products) {
        var question = question(query, category, 10);
        var numbers = numbers(products);
        return new Lifts(
                goods, numbers, question, new Eligibility(goods, numbers, question), opinions());
    }

    private Opinions opinions() {
        var question = question(Optional.empty(), Optional.empty(), 10);
        return new Opinions(List.of(), question.policy(), question.shopper(), goods.size());
    }

    private List<Suggestion> slate(Optional<String> query, int limit) {
        return SlateMaker.slate(
                        goods,
                        numbers(20),
                        question(query, Optional.of("kind-1"), limit),
                        List.of())
                .suggestions();
    }

    private static ProductNumbers numbers(int products) {
        var ids = new ArrayList<ProductId>();
        for (int number = 0; number < products; number++) {
            ids.add(new ProductId("p-" + number));
        }
        return ProductNumbers.of(ids);
    }

    private static SlateQuestion question(
            Optional<String> query, Optional<String> category, int limit) {
        return new SlateQuestion(
                new Shopper(new int[0][], new int[0], new int[0]),
                new Setting(List.of(), List.of(), category, query, Language.ENGLISH, 0),
                SlateShop.plain(Occasion.HOME),
                SlateFilter.NONE,
                Promoted.NOTHING,
                Wishes.NONE,
                _ -> true,
                _ -> Optional.of(BigDecimal.ONE),
                limit);
    }
}
