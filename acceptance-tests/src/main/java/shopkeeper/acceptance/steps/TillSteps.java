package shopkeeper.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import shopkeeper.acceptance.Scene;
import shopkeeper.acceptance.drivers.Receipt;
import shopkeeper.acceptance.drivers.TillReceipt;
import shopkeeper.acceptance.drivers.TillWord;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.application.behavior.AskPoints;
import shopkeeper.application.behavior.OpenPoints;
import shopkeeper.application.behavior.ReceiptViews;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.ProfileViews.TimelineEntry;
import shopkeeper.domain.behavior.PointsEvent.PointsOpened;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.StoreDay;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Via;

/** What tills tell, in any order and more than once, and what becomes of it. */
public final class TillSteps {
    private static final Duration REPLAYED_AFTER = Duration.ofDays(3);

    private static final Pattern BOTH_HASHES =
            Pattern.compile("then: ([\\w-]{43}), now: ([\\w-]{43})[.]");

    private final Scene scene;
    private final List<TillWord> told = new ArrayList<>();
    private final Map<String, Instant> begun = new HashMap<>();

    public TillSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("{customer} has {int} points from before")
    public void hasPointsFromBefore(String name, int points) {
        scene.desk().recognised(scene.person(name).known());
        var opened = new PointsOpened(customer(name), points, Via.phone(), scene.ports().now());
        scene.ports().outcome(scene.shop().platform().port(OpenPoints.class).open(opened));
    }

    @Given("the till sent receipt {word} of {money} for {customer}")
    @When("the till sends receipt {word} of {money} for {customer}")
    public void sendsReceipt(String number, Money total, String name) {
        told.add(scene.till().tells(sale(number, total, name)));
    }

    @When("the till sends receipt {word} of {money} for {customer} over {word}, {word} and {word}")
    public void sendsReceiptOver(
            String number, Money total, String name, String one, String two, String three) {
        var receipt = sale(number, total, name);
        for (String way : List.of(one, two, three)) {
            told.add(scene.till(Way.valueOf(way)).tells(receipt));
        }
    }

    @When("the till sends a return of {money} of receipt {word}")
    public void sendsReturn(Money total, String sale) {
        told.add(
                scene.till()
                        .tells(
                                receipt("900", total)
                                        .as(TillReceipt.Kind.RETURN)
                                        .of(new TillReceipt.Linked(sale, begin(sale)))));
    }

    @Given("{customer} bought a {product} for {money} at the till on two days")
    public void boughtOnTwoDays(String name, String product, Money price) {
        for (int day = 1; day <= 2; day++) {
            begun.put("70" + day, now().minus(Duration.ofDays(day)));
            told.add(
                    scene.till()
                            .tells(
                                    sale("70" + day, price, name)
                                            .with(scene.product(product).value())));
        }
    }

    @When("{customer} brings a {product} back for {money} with the card and no receipt")
    public void bringsBackWithoutReceipt(String name, String product, Money price) {
        told.add(
                scene.till()
                        .tells(
                                receipt("900", price)
                                        .as(TillReceipt.Kind.RETURN)
                                        .with(scene.product(product).value())
                                        .by(scene.person(name).card())));
    }

    @When("somebody brings something back for {money} with neither card nor receipt")
    public void somebodyBringsBack(Money price) {
        told.add(scene.till().tells(receipt("900", price).as(TillReceipt.Kind.RETURN)));
    }

    @When("the till voids receipt {word}")
    public void voids(String sale) {
        told.add(
                scene.till()
                        .tells(
                                receipt("901", Money.of("0", "EUR"))
                                        .as(TillReceipt.Kind.VOID)
                                        .of(new TillReceipt.Linked(sale, begin(sale)))));
    }

    @When(
            "the till sends a training receipt of {money} and a cancelled one of {money} for {customer}")
    public void practises(Money training, Money cancelled, String name) {
        var till = scene.till();
        told.add(till.tells(sale("800", training, name).as(TillReceipt.Kind.TRAINING)));
        told.add(till.tells(sale("801", cancelled, name).as(TillReceipt.Kind.CANCELLED)));
    }

    @Given("{customer} bought online for {money} two days ago")
    public void boughtOnline(String name, Money price) {
        var line = ReceiptLine.of(scene.product("online"), BigDecimal.ONE, price);
        scene.desk()
                .buys(
                        new Receipt(
                                scene.named("online"),
                                Optional.empty(),
                                Optional.of(scene.person(name).account()),
                                List.of(line),
                                now().minus(Duration.ofDays(2))));
    }

    @When(
            "the till replays {int} receipts of {customer} from three days ago in 5 batches, the second"
                    + " twice and the fourth before the third")
    public void replays(int receipts, String name) {
        int size = Math.ceilDiv(receipts, 5);
        for (int batch : new int[] {0, 1, 1, 3, 2, 4}) {
            IntStream.range(batch * size, Math.min(receipts, (batch + 1) * size))
                    .forEach(number -> replay(number, name));
        }
    }

    @When("the till replays {int} receipts of {customer} from three days ago")
    public void replaysAll(int receipts, String name) {
        IntStream.range(0, receipts).forEach(number -> replay(number, name));
    }

    @Then("the till is told {string}")
    public void tillIsTold(String outcomes) {
        assertThat(told)
                .extracting(TillWord::outcome)
                .containsExactlyElementsOf(Arrays.asList(outcomes.split(", ")));
    }

    @Then("all outcomes name the same fact")
    public void sameFact() {
        assertThat(told).hasSizeGreaterThan(1);
        assertThat(told).extracting(TillWord::position).containsOnly(told.getFirst().position());
        assertThat(told.getFirst().position()).isPositive();
    }

    @Then("the till is told why: {string}")
    public void tillIsToldWhy(String words) {
        assertThat(told.getLast().words().toLowerCase(Locale.ROOT))
                .contains(words.toLowerCase(Locale.ROOT));
    }

    @Then("the till is told the hashes of both contents")
    public void tillIsToldBothHashes() {
        var hashes = BOTH_HASHES.matcher(told.getLast().words());
        assertThat(hashes.find()).as(told.getLast().words()).isTrue();
        assertThat(hashes.group(1)).isNotEqualTo(hashes.group(2));
    }

    @Then("{customer} has {int} points")
    public void hasPoints(String name, int points) {
        assertThat(standing(name).points().balance()).isEqualTo(points);
    }

    @Then("{customer} has spent {money} in twelve months")
    public void hasSpent(String name, Money spent) {
        assertThat(standing(name).spent()).containsExactly(spent);
    }

    @Then("none of the receipts of {customer} is marked as returned")
    public void noneIsReturned(String name) {
        var sales = views().history(customer(name)).sales();
        assertThat(sales).hasSize(2);
        assertThat(sales)
                .allSatisfy(sale -> assertThat(sale.net()).isEqualTo(sales.getFirst().net()));
    }

    @Then("{int} return waits in the store")
    public void waits(int returns) {
        scene.ports().awaitSeen();
        assertThat(views().waiting(500))
                .filteredOn(one -> one.store().equals(Optional.of(scene.store())))
                .hasSize(returns);
    }

    @Then("the store's returns of the day are {money}")
    public void returnsOfTheDay(Money returns) {
        assertThat(day().totals()).extracting(StoreDay.Total::returns).containsExactly(returns);
    }

    @Then("the store's day counts {int} training and {int} cancelled")
    public void dayCounts(int training, int cancelled) {
        assertThat(day().training()).isEqualTo(training);
        assertThat(day().cancelled()).isEqualTo(cancelled);
    }

    @Then("{int} receipts are stored once, and each repeated one is a duplicate")
    public void storedOnce(int receipts) {
        assertThat(Collections.frequency(outcomes(), "accepted")).isEqualTo(receipts);
        assertThat(Collections.frequency(outcomes(), "duplicate"))
                .isEqualTo(outcomes().size() - receipts)
                .isPositive();
    }

    @Then("{customer}'s timeline shows them before the online purchase, each marked late")
    public void shownBeforeTheOnlineOne(String name) {
        scene.ports().awaitSeen();
        var entries =
                scene
                        .shop()
                        .platform()
                        .port(ProfileViews.class)
                        .timeline(customer(name), 500)
                        .stream()
                        .filter(entry -> entry.kind().equals("purchase"))
                        .toList();
        // The latest first.
        assertThat(entries.getFirst().reference()).isEqualTo(scene.named("online"));
        assertThat(entries.subList(1, entries.size()))
                .hasSize(Collections.frequency(outcomes(), "accepted"))
                .allMatch(TimelineEntry::isLate)
                .allSatisfy(entry ->
                        assertThat(Duration.between(entry.occurred(), entry.received()))
                                .isGreaterThan(REPLAYED_AFTER.minusHours(1)));
    }

    @Then("the answer to {customer} is unchanged, and said to be made without {int} later facts")
    public void madeWithout(String name, int facts) {
        scene.ports().awaitSeen();
        var before = scene.lastAnswer();
        var again = scene.ports().again(before.id());
        assertThat(again.decision()).isEqualTo(before.decision());
        var decidedAt = Instant.parse(before.decision().path("decidedAt").asString());
        assertThat(
                        scene.shop()
                                .platform()
                                .port(ProfileViews.class)
                                .heardLater(customer(name), decidedAt))
                .isEqualTo(facts);
    }

    private void replay(int number, String name) {
        var sequence = "%06d".formatted(number);
        begun.putIfAbsent(sequence, now().minus(REPLAYED_AFTER).plusSeconds(number));
        told.add(scene.till().tells(sale(sequence, Money.of("1.01", "EUR"), name)));
    }

    private TillReceipt sale(String number, Money total, String name) {
        return receipt(number, total).by(scene.person(name).card());
    }

    private TillReceipt receipt(String number, Money total) {
        return TillReceipt.of(number, total, begin(number));
    }

    /** The same number is the same paper, whoever speaks of it first. */
    private Instant begin(String number) {
        return begun.computeIfAbsent(number, _ -> now().truncatedTo(ChronoUnit.SECONDS));
    }

    private List<String> outcomes() {
        return told.stream().map(TillWord::outcome).toList();
    }

    private AskPoints.Standing standing(String name) {
        scene.ports().awaitSeen();
        return scene.shop()
                .platform()
                .port(AskPoints.class)
                .standing(customer(name), scene.shop().clock().instant());
    }

    private StoreDay day() {
        scene.ports().awaitSeen();
        return views().day(scene.store(), TillReceipt.day(now()));
    }

    private ReceiptViews views() {
        return scene.shop().platform().port(ReceiptViews.class);
    }

    private CustomerId customer(String name) {
        return scene.ports().find(scene.person(name).card()).orElseThrow();
    }

    private Instant now() {
        return scene.shop().clock().instant();
    }
}
