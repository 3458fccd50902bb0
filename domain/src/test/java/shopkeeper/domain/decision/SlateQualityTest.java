package shopkeeper.domain.decision;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.behavior.Bought;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.Sold;
import shopkeeper.domain.decision.SlateQuality.Group;
import shopkeeper.domain.decision.SlateQuality.Hits;
import shopkeeper.domain.decision.SlateQuality.Item;
import shopkeeper.domain.decision.SlateQuality.Served;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Verdict;

class SlateQualityTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant A_FORTNIGHT_LATER = NOON.plus(Duration.ofDays(14));
    private static final ProductId TEA = new ProductId("tea");
    private static final ProductId MUG = new ProductId("mug");
    private static final ProductId POT = new ProductId("pot");
    private static final Sold SOLD = new Sold(Map.of(TEA, 7, MUG, 1, POT, 1), 7);

    private final List<Served> served = new ArrayList<>();

    private void shows(String customer, Channel channel, Mode mode, ProductId... items) {
        served.add(
                new Served(
                        Optional.of(new CustomerId(customer)),
                        Optional.of(channel),
                        "home",
                        mode,
                        "baskets",
                        NOON,
                        Stream.of(items).map(SlateQualityTest::item).toList()));
    }

    private static Item item(ProductId product) {
        return new Item(product, List.of(), List.of());
    }

    private static Served placed(String placement, Item... items) {
        return new Served(
                Optional.empty(),
                Optional.of(Channel.ONLINE),
                placement,
                Mode.POPULAR,
                "baskets",
                NOON,
                List.of(items));
    }

    private static Optional<List<Bought>> tea(Duration after) {
        return Optional.of(
                List.of(
                        new Bought(
                                new ReceiptId("r"),
                                TEA,
                                Money.of("1.99", "EUR"),
                                NOON.plus(after))));
    }

    private Group all() {
        return SlateQuality.of(served, _ -> Optional.empty(), SOLD, A_FORTNIGHT_LATER).getFirst();
    }

    private Optional<Hits> accuracy(Duration boughtAfter) {
        return SlateQuality.of(served, _ -> tea(boughtAfter), SOLD, A_FORTNIGHT_LATER)
                .getFirst()
                .accuracy();
    }

    @Test
    void of_no_slates_nothing_is_said() {
        assertThat(SlateQuality.of(served, _ -> Optional.empty(), SOLD, A_FORTNIGHT_LATER))
                .isEmpty();
    }

    @Test
    void slates_are_told_apart_by_channel_mode_and_model() {
        shows("c-1", Channel.ONLINE, Mode.PERSONAL, TEA);
        shows("c-2", Channel.SUPPORT, Mode.POPULAR, TEA, MUG);
        served.add(
                new Served(
                        Optional.empty(),
                        Optional.empty(),
                        "cart",
                        Mode.POPULAR,
                        "other",
                        NOON,
                        List.of()));
        assertThat(SlateQuality.of(served, _ -> Optional.empty(), SOLD, A_FORTNIGHT_LATER))
                .map(group -> group.by() + " " + group.name() + " " + group.slates())
                .containsExactly(
                        "all everything 3",
                        "channel ONLINE 1",
                        "channel SUPPORT 1",
                        "placement cart 1",
                        "placement home 2",
                        "mode PERSONAL 1",
                        "mode POPULAR 2",
                        "model baskets 2",
                        "model other 1");
    }

    @Test
    void what_was_said_is_told_by_placement_and_channel_and_of_each_source_its_own() {
        served.add(
                placed(
                        "home",
                        new Item(
                                TEA,
                                List.of("TEXT bm25", "BOUGHT_BEFORE baskets"),
                                List.of(Verdict.SHOWN, Verdict.CLICKED)),
                        new Item(
                                MUG,
                                List.of("TEXT bm25"),
                                List.of(Verdict.SHOWN, Verdict.HIDDEN, Verdict.UNDONE))));
        served.add(placed("cart", new Item(POT, List.of(), List.of(Verdict.NOT_HELPFUL))));

        assertThat(SlateQuality.of(served, _ -> Optional.empty(), SOLD, A_FORTNIGHT_LATER))
                .extracting(SlateQualityTest::told)
                .containsExactly(
                        "all everything 3: shown 2, clicked 1, not-helpful 1, hidden 1, undone 1",
                        "channel ONLINE 3: shown 2, clicked 1, not-helpful 1, hidden 1, undone 1",
                        "placement cart 1: not-helpful 1",
                        "placement home 2: shown 2, clicked 1, hidden 1, undone 1",
                        "mode POPULAR 3: shown 2, clicked 1, not-helpful 1, hidden 1, undone 1",
                        "model baskets 3: shown 2, clicked 1, not-helpful 1, hidden 1, undone 1",
                        "source BOUGHT_BEFORE baskets 1: shown 1, clicked 1",
                        "source TEXT bm25 2: shown 2, clicked 1, hidden 1, undone 1");
    }

    private static String told(Group group) {
        assertThat(group.feedback()).hasSize(Verdict.values().length);
        return Stream.of(Verdict.values())
                .filter(verdict -> group.feedback().getOrDefault(verdict, 0) > 0)
                .map(verdict -> verdict.word() + " " + group.feedback().get(verdict))
                .collect(
                        joining(
                                ", ",
                                "%s %s %d: ".formatted(group.by(), group.name(), group.items()),
                                ""));
    }

    @Test
    void of_more_than_twenty_placements_those_with_few_slates_are_told_together() {
        for (int number = 1; number <= 22; number++) {
            for (int slate = 0; slate < number; slate++) {
                served.add(placed("place-%02d".formatted(number)));
            }
        }

        assertThat(SlateQuality.of(served, _ -> Optional.empty(), SOLD, A_FORTNIGHT_LATER))
                .filteredOn(group -> group.by().equals("placement"))
                .hasSize(21)
                .extracting(group -> group.name() + " " + group.slates())
                .contains("others 3", "place-03 3", "place-22 22")
                .doesNotContain("place-02 2");
    }

    @Test
    void whoever_can_be_followed_belongs_to_a_segment_by_what_they_had_bought_by_then() {
        for (int number = 0; number < 6; number++) {
            shows("c-" + number, Channel.ONLINE, Mode.PERSONAL, TEA);
        }
        shows("nobody-may-look", Channel.ONLINE, Mode.PERSONAL, TEA);

        assertThat(
                        SlateQuality.of(
                                served, SlateQualityTest::receiptsByName, SOLD, A_FORTNIGHT_LATER))
                .filteredOn(group -> group.by().equals("segment"))
                .extracting(group -> group.name() + " " + group.slates())
                .containsExactly("1-to-4-purchases 4", "5-or-more-purchases 1", "first-time 1");
    }

    /** Customer c-4 bought on four receipts before noon, and on one after it. */
    private static Optional<List<Bought>> receiptsByName(CustomerId customer) {
        if (!customer.value().startsWith("c-")) {
            return Optional.empty();
        }
        int receipts = Integer.parseInt(customer.value().substring(2));
        var bought = new ArrayList<>(tea(Duration.ofDays(1)).orElseThrow());
        for (int receipt = 1; receipt <= receipts; receipt++) {
            for (var product : List.of(TEA, MUG)) {
                bought.add(
                        new Bought(
                                new ReceiptId("r-" + receipt),
                                product,
                                Money.of("1.99", "EUR"),
                                NOON.minusSeconds(receipt - 1)));
            }
        }
        return Optional.of(bought);
    }

    @Test
    void coverage_is_the_share_of_what_was_ever_sold_that_was_shown() {
        shows("c-1", Channel.ONLINE, Mode.PERSONAL, TEA, TEA, MUG);
        assertThat(all().coverage()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(all().items()).isEqualTo(3);
        shows("c-1", Channel.ONLINE, Mode.PERSONAL, new ProductId("never-sold"));
        assertThat(all().coverage()).isEqualTo(0.75);
    }

    @Test
    void what_every_basket_has_is_no_surprise_and_what_is_rare_is_one() {
        shows("c-1", Channel.ONLINE, Mode.PERSONAL, TEA);
        assertThat(all().novelty()).isZero();
        shows("c-1", Channel.ONLINE, Mode.PERSONAL, MUG);
        assertThat(all().novelty()).isCloseTo(1, within(1e-9));
    }

    @Test
    void popularity_bias_compares_what_is_shown_with_the_average_product() {
        shows("c-1", Channel.ONLINE, Mode.PERSONAL, TEA, MUG);
        assertThat(all().popularityBias()).isCloseTo(4 / 3.0, within(1e-9));
        assertThat(
                        SlateQuality.of(
                                        served,
                                        _ -> Optional.empty(),
                                        new Sold(Map.of(), 0),
                                        A_FORTNIGHT_LATER)
                                .getFirst()
                                .popularityBias())
                .isZero();
    }

    @Test
    void of_fewer_than_twenty_people_no_accuracy_is_said() {
        for (int i = 1; i < SlateQuality.LEAST_PEOPLE; i++) {
            shows("c-" + i, Channel.ONLINE, Mode.PERSONAL, TEA, MUG);
        }
        assertThat(accuracy(Duration.ofDays(1))).isEmpty();
        shows("c-20", Channel.ONLINE, Mode.PERSONAL, TEA, MUG);
        assertThat(accuracy(Duration.ofDays(1)))
                .hasValueSatisfying(hits -> {
                    assertThat(hits.people()).isEqualTo(20);
                    assertThat(hits.rate()).isEqualTo(1);
                    assertThat(hits.precision()).isEqualTo(0.5);
                    assertThat(hits.low()).isCloseTo(0.8389, within(1e-4));
                    assertThat(hits.high()).isEqualTo(1);
                });
        assertThat(
                        SlateQuality.of(served, _ -> Optional.empty(), SOLD, A_FORTNIGHT_LATER)
                                .getFirst()
                                .accuracy())
                .as("nobody allows that it is looked at")
                .isEmpty();
    }

    @Test
    void what_was_bought_before_or_after_a_fortnight_is_no_hit() {
        for (int i = 1; i <= SlateQuality.LEAST_PEOPLE; i++) {
            shows("c-" + i, Channel.ONLINE, Mode.PERSONAL, TEA);
        }
        var rates =
                Stream.of(
                                Duration.ZERO,
                                Duration.ofMillis(1),
                                Duration.ofDays(14),
                                Duration.ofDays(14).plusMillis(1))
                        .map(this::accuracy)
                        .map(hits -> hits.orElseThrow().rate())
                        .toList();
        assertThat(rates).containsExactly(0.0, 1.0, 1.0, 0.0);
    }

    @Test
    void a_slate_that_is_younger_than_a_fortnight_is_not_judged() {
        for (int i = 1; i <= SlateQuality.LEAST_PEOPLE; i++) {
            shows("c-" + i, Channel.ONLINE, Mode.PERSONAL, TEA);
        }
        for (int i = 1; i <= 5; i++) {
            served.add(shownTo("c-" + i, NOON.plusMillis(1)));
        }

        assertThat(all().slates()).isEqualTo(25);
        assertThat(accuracy(Duration.ofMillis(1)))
                .hasValueSatisfying(hits -> {
                    assertThat(hits.slates()).isEqualTo(20);
                    assertThat(hits.rate()).isEqualTo(1);
                });
    }

    private static Served shownTo(String customer, Instant at) {
        return new Served(
                Optional.of(new CustomerId(customer)),
                Optional.of(Channel.ONLINE),
                "home",
                Mode.PERSONAL,
                "baskets",
                at,
                List.of(item(TEA)));
    }

    @Test
    void many_slates_of_one_customer_say_less_than_as_many_of_many() {
        for (int i = 1; i <= 40; i++) {
            for (int slate = 0; slate < 10; slate++) {
                shows("c-%d".formatted(i), Channel.ONLINE, Mode.PERSONAL, TEA);
            }
        }
        var ofFew = halfOfThemBought();
        served.clear();
        for (int i = 1; i <= 400; i++) {
            shows("c-%d".formatted(i), Channel.ONLINE, Mode.PERSONAL, TEA);
        }
        var ofMany = halfOfThemBought();

        assertThat(ofFew.rate()).isEqualTo(ofMany.rate()).isEqualTo(.5);
        assertThat(ofMany.high() - ofMany.low()).isCloseTo(.098, within(.01));
        assertThat(ofFew.high() - ofFew.low()).isCloseTo(.31, within(.03));
    }

    private Hits halfOfThemBought() {
        return SlateQuality.of(
                        served,
                        customer ->
                                Integer.parseInt(customer.value().substring(2)) % 2 == 0
                                        ? tea(Duration.ofDays(1))
                                        : Optional.of(List.of()),
                        SOLD,
                        A_FORTNIGHT_LATER)
                .getFirst()
                .accuracy()
                .orElseThrow();
    }
}
