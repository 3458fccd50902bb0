package shopkeeper.acceptance.steps;

import static shopkeeper.acceptance.steps.Expect.in;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.acceptance.Scene;
import shopkeeper.acceptance.drivers.Receipt;
import shopkeeper.domain.catalog.Details;
import shopkeeper.domain.kernel.ProductId;

/** What moves a product forward or back in a slate. */
public final class SlateOrderSteps {
    private final Scene scene;
    private final Showcase showcase;

    public SlateOrderSteps(Scene scene, Showcase showcase) {
        this.scene = scene;
        this.showcase = showcase;
    }

    /** Long enough ago that it is no trend. */
    @Given("{int} customers nobody knows bought {product} two months ago")
    public void boughtLongAgo(int customers, String product) {
        scene.sells(product, true);
        for (int customer = 0; customer < customers; customer++) {
            var receipt =
                    new Receipt(
                            scene.named("long-ago-" + customer + product),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(Scene.line(scene.product(product), 1)),
                            scene.shop().clock().instant().minus(Duration.ofDays(61)));
            Expect.that("What the shop says", scene.desk().buys(receipt).word(), "accepted");
        }
    }

    @Given("the shop boosts {string}")
    public void boosts(String products) {
        showcase.now(asked -> asked.promoting(List.of(), ids(products)));
    }

    @Given("{amount} of the price of {product} stays with the shop")
    public void margin(BigDecimal share, String product) {
        showcase.detail(
                product,
                known ->
                        new Details(
                                known.brand(),
                                known.text(),
                                known.ageLimit(),
                                known.replacedBy(),
                                known.boughtOnce(),
                                Optional.of(share)));
    }

    @Given("the page is about the shelf {word}")
    public void pageAbout(String shelf) {
        showcase.now(asked ->
                asked.with("page", Map.of("type", "shelf", "category", scene.named(shelf))));
    }

    @Given("the open store is out of {string}")
    public void outOf(String products) {
        scene.opensIn(ZoneId.of("Europe/London"));
        ids(products)
                .forEach(product ->
                        scene.told(scene.desk().counts(scene.store(), new ProductId(product), 0)));
    }

    @When("{int} are suggested to anybody on the page of {product}")
    public void suggestedOnPage(int limit, String product) {
        showcase.ask(Optional.empty(), limit, "product", List.of(scene.product(product).value()));
    }

    @Then("nothing is suggested")
    public void nothing() {
        Expect.that("What is suggested", scene.lastAnswer().products(), List.of());
    }

    @Then("{product} is not suggested because {word}")
    public void notBecause(String product, String reason) {
        Expect.notAmong(
                "Why " + product + " is suggested",
                scene.lastAnswer().reasonsFor(scene.product(product).value()),
                reason);
    }

    @Then("{int} of them is/are suggested because {word}")
    public void soMany(int items, String reason) {
        Expect.that(
                "How many are suggested because " + reason,
                scene.lastAnswer()
                        .items()
                        .filter(item ->
                                item.path("reasons")
                                        .valueStream()
                                        .anyMatch(
                                                one -> one.path("code").asString().equals(reason)))
                        .count(),
                (long) items);
    }

    @Then("every channel shows {customer} what it shows anybody, {int} of them")
    public void asAnybody(String name, int limit) {
        showcase.now(asked -> asked.in("home", limit));
        for (var channel : scene.everyChannel()) {
            var hers = showcase.answer(channel, Optional.of(scene.person(name).card()));
            var anybodys = showcase.answer(channel, Optional.empty());
            Expect.that("How personal the answer is" + in(channel), hers.mode(), "POPULAR");
            Expect.that("How many are shown" + in(channel), hers.products().size(), limit);
            Expect.that(
                    "What is shown and why, beside what anybody sees" + in(channel),
                    hers.items().toList(),
                    anybodys.items().toList());
        }
    }

    private List<String> ids(String products) {
        return Arrays.stream(products.split(", *", -1))
                .map(scene::product)
                .map(ProductId::value)
                .toList();
    }
}
