package shopkeeper.acceptance.steps;

import static shopkeeper.acceptance.steps.Expect.in;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import shopkeeper.acceptance.Scene;
import shopkeeper.acceptance.drivers.ChannelDriver;
import shopkeeper.domain.catalog.Details;
import shopkeeper.domain.profile.Identifier;
import tools.jackson.databind.JsonNode;

/** The rules of a slate, and what is said of suggestions. */
public final class SlateSteps {
    private final Scene scene;

    private final Showcase showcase;

    public SlateSteps(Scene scene, Showcase showcase) {
        this.scene = scene;
        this.showcase = showcase;
    }

    @Given("the shelf holds {string}")
    public void shelfHolds(String products) {
        for (String product : products.split(", *", -1)) {
            showcase.list(product, "shelf", Details.NONE);
        }
    }

    /** Such as {@code mugs: red-mug, blue-mug; hats: hat}. */
    @Given("the shelves hold {string}")
    public void shelvesHold(String shelvesOfProducts) {
        for (String shelf : shelvesOfProducts.split("; *", -1)) {
            var kind = shelf.substring(0, shelf.indexOf(':'));
            for (String product : shelf.substring(shelf.indexOf(':') + 1).split(", *", -1)) {
                showcase.list(product.strip(), kind, Details.NONE);
            }
        }
    }

    @Given("{product} may be bought from the age of {int}")
    public void ageLimit(String product, int age) {
        showcase.detail(
                product,
                known ->
                        new Details(
                                known.brand(),
                                known.text(),
                                age,
                                known.replacedBy(),
                                known.boughtOnce(),
                                known.margin()));
    }

    @Given("{product} is replaced by {product}")
    public void isReplaced(String product, String successor) {
        showcase.detail(
                product,
                known ->
                        new Details(
                                known.brand(),
                                known.text(),
                                known.ageLimit(),
                                Optional.of(scene.product(successor)),
                                known.boughtOnce(),
                                known.margin()));
    }

    @Given("whoever has {product} needs no second one")
    public void boughtOnce(String product) {
        showcase.detail(
                product,
                known ->
                        new Details(
                                known.brand(),
                                known.text(),
                                known.ageLimit(),
                                known.replacedBy(),
                                true,
                                known.margin()));
    }

    @Given("somebody confirmed an age of {int}")
    public void confirmed(int age) {
        showcase.now(asked -> asked.with("age", age));
    }

    @Given("the page was searched for {string}")
    public void searched(String query) {
        showcase.now(asked -> asked.with("query", query));
    }

    @Given("the customer reads {word}")
    public void reads(String locale) {
        showcase.now(asked -> asked.speaking(locale));
    }

    @Given("the shop pins {product}")
    public void pins(String product) {
        showcase.now(asked -> asked.promoting(List.of(scene.product(product).value()), List.of()));
    }

    @When("{int} are suggested to {customer} in the place {word}")
    public void suggested(int limit, String name, String place) {
        ask(Optional.of(scene.person(name).card()), limit, place);
    }

    @When("{int} are suggested to anybody in the place {word}")
    public void suggestedToAnybody(int limit, String place) {
        ask(Optional.empty(), limit, place);
    }

    @When("{int} are suggested to anybody in the place {word} with {word} in the cart")
    public void suggestedWithCart(int limit, String place, String product) {
        showcase.now(asked -> asked.withCart(List.of(scene.product(product).value())));
        ask(Optional.empty(), limit, place);
    }

    /** Of a new slate each time: of one slate, shown twice is shown once. */
    @When("{customer} is shown {product} {int} times")
    public void isShown(String name, String product, int times) {
        for (int time = 0; time < times; time++) {
            ask(Optional.of(scene.person(name).card()), 10, "home");
            says(name, "shown", product);
        }
    }

    @When("{customer} says {string} of {product}")
    public void says(String name, String verdict, String product) {
        scene.told(
                scene.channel()
                        .feedback(
                                scene.lastAnswer().id(), verdict, scene.product(product).value()));
    }

    @When(
            "a till that was offline tells that {customer} said {string} of {product} {int} minutes ago")
    public void saidOffline(String name, String verdict, String product, int minutes) {
        scene.told(
                scene.till()
                        .feedback(
                                scene.lastAnswer().id(),
                                verdict,
                                scene.product(product).value(),
                                scene.shop().clock().instant().minus(Duration.ofMinutes(minutes))));
    }

    @When("{customer} says {string} of {product} in a decision nobody made")
    public void saysOfNothing(String name, String verdict, String product) {
        scene.told(
                scene.channel()
                        .feedback(
                                scene.named("nobody-made"),
                                verdict,
                                scene.product(product).value()));
    }

    @Then("{string} are suggested in this order")
    public void inThisOrder(String products) {
        Expect.that("What is suggested", scene.lastAnswer().products(), all(products));
    }

    @Then("{product} is suggested first because {reason}")
    public void first(String product, String reason) {
        Expect.that(
                "What is suggested first",
                scene.lastAnswer().products().stream().findFirst().orElse("nothing"),
                scene.product(product).value());
        Expect.among(
                "Why " + product + " is suggested",
                scene.lastAnswer().reasonsFor(scene.product(product).value()),
                reason);
    }

    @Then("{int} are missing because {string}")
    public void missing(int missing, String code) {
        var placement = scene.lastAnswer().decision().path("placements").path(0);
        Expect.that("How many are missing", placement.path("missing").asInt(0), missing);
        Expect.among(
                "Why they are missing",
                placement
                        .path("because")
                        .valueStream()
                        .map(one -> one.path("code").asString())
                        .toList(),
                code);
    }

    @Then("nothing is missing")
    public void nothingMissing() {
        var placement = scene.lastAnswer().decision().path("placements").path(0);
        Expect.that("How many are missing", placement.path("missing").asInt(0), 0);
    }

    @Then("the reason for {product} reads {string}")
    public void reasonReads(String product, String words) {
        Expect.among(
                "What is said of " + product,
                scene.lastAnswer()
                        .items()
                        .filter(item ->
                                item.path("product")
                                        .asString()
                                        .equals(scene.product(product).value()))
                        .flatMap(item -> item.path("reasons").valueStream())
                        .map(reason -> reason.path("text").asString())
                        .toList(),
                words);
    }

    @Then("every suggestion names its models and the policy {word}")
    public void namesModels(String policy) {
        var placement = scene.lastAnswer().decision().path("placements").path(0);
        Expect.that("The policy", placement.path("policy").asString(""), policy);
        Expect.that(
                "Suggestions without a reason, or without who speaks for them in which version",
                scene.lastAnswer().items().filter(item -> !isAccountedFor(item)).toList(),
                List.of());
        Expect.that("Nothing was suggested", scene.lastAnswer().products().isEmpty(), false);
    }

    private static boolean isAccountedFor(JsonNode item) {
        return item.path("score").isNumber()
                && !item.path("reasons").isEmpty()
                && !item.path("sources").isEmpty()
                && item.path("sources")
                        .valueStream()
                        .allMatch(source ->
                                !source.path("source").asString("").isEmpty()
                                        && !source.path("model").asString("").isEmpty()
                                        && source.path("score").isNumber());
    }

    @Then("no channel suggests {product} to {customer}")
    public void noChannel(String product, String name) {
        for (ChannelDriver channel : scene.everyChannel()) {
            Expect.notAmong(
                    "What is suggested" + in(channel),
                    showcase.answer(channel, Optional.of(scene.person(name).card())).products(),
                    scene.product(product).value());
        }
    }

    @Then("every channel shows {customer} {int} that are popular and reads no profile")
    public void usefulWithoutConsent(String name, int items) {
        for (ChannelDriver channel : scene.everyChannel()) {
            var answer = showcase.answer(channel, Optional.of(scene.person(name).card()));
            Expect.that("How personal the answer is" + in(channel), answer.mode(), "POPULAR");
            Expect.that("How many are shown" + in(channel), answer.products().size(), items);
            Expect.that(
                    "What is shown, beside what anybody sees" + in(channel),
                    answer.products(),
                    showcase.answer(channel, Optional.empty()).products());
            Expect.among(
                    "What is withheld" + in(channel),
                    answer.withheld(),
                    "purchase-history REFUSED");
            Expect.notAmong(
                    "Why they are shown" + in(channel),
                    answer.items()
                            .flatMap(item -> item.path("reasons").valueStream())
                            .map(reason -> reason.path("code").asString())
                            .toList(),
                    "BOUGHT_BEFORE");
        }
    }

    private void ask(Optional<Identifier> who, int limit, String place) {
        showcase.ask(who, limit, place, List.of());
    }

    private List<String> all(String products) {
        return Arrays.stream(products.split(", *", -1))
                .map(scene::product)
                .map(product -> product.value())
                .toList();
    }
}
