package shopkeeper.acceptance.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import shopkeeper.acceptance.Scene;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBook.Kind;
import shopkeeper.domain.pricing.PriceBookId;

/** What the shop sells, where, and for how much. */
public final class ReferenceSteps {
    private final Scene scene;

    public ReferenceSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("the shop sells {product}")
    public void sells(String product) {
        scene.sells(product, true);
    }

    @When("the shop takes {product} out of its assortment")
    public void takesOut(String product) {
        scene.told(scene.sells(product, false));
    }

    @Given("the store is open")
    public void opens() {
        scene.opensIn(ZoneId.of("Europe/London"));
    }

    @Given("the store counted {int} {product}")
    @When("the store counts {int} {product}")
    public void counts(int pieces, String product) {
        count(scene.store(), pieces, product);
    }

    @When("a store nobody opened counts {int} {product}")
    public void countsUnknown(int pieces, String product) {
        count(new StoreId(scene.named("nowhere")), pieces, product);
    }

    @Given("{product} costs {amount} {currency} everywhere")
    @When("{product} is given the price {amount} {currency} everywhere")
    public void costs(String product, BigDecimal amount, String currency) {
        publish("everywhere", Kind.LIST, product, amount, currency, Optional.empty(), false);
    }

    @Given("{product} costs {amount} {currency} in this store")
    public void costsInStore(String product, BigDecimal amount, String currency) {
        publish("store", Kind.LIST, product, amount, currency, Optional.empty(), true);
    }

    @Given("{product} costs {amount} {currency} in the channel {channel}")
    public void costsInChannel(
            String product, BigDecimal amount, String currency, Channel channel) {
        publish("channel", Kind.LIST, product, amount, currency, Optional.of(channel), false);
    }

    @Given("{product} is on sale for {amount} {currency}")
    public void onSale(String product, BigDecimal amount, String currency) {
        publish("sale", Kind.SALE, product, amount, currency, Optional.empty(), false);
    }

    @Then("the store has {int} {product}")
    public void storeHas(int pieces, String product) {
        Expect.that(
                "How many " + product + " the store has",
                scene.desk().stock(scene.store(), scene.product(product)),
                OptionalInt.of(pieces));
    }

    @Then("{product} is sold: {word}")
    public void isSold(String product, String sold) {
        Expect.that(
                "Is " + product + " sold?",
                scene.desk().isSold(scene.product(product)) ? "yes" : "no",
                sold);
    }

    @Then("the price book of {product} is at version {int}")
    public void bookIsAt(String product, int version) {
        Expect.that(
                "The version of the price book",
                scene.desk().versionOf(id("everywhere", product)),
                version);
    }

    private void count(StoreId store, int pieces, String product) {
        scene.told(scene.desk().counts(store, scene.product(product), pieces));
    }

    private void publish(
            String book,
            Kind kind,
            String product,
            BigDecimal amount,
            String currency,
            Optional<Channel> channel,
            boolean here) {
        var published =
                new PriceBook(
                        id(book, product),
                        kind,
                        Currency.getInstance(currency),
                        channel,
                        here ? Optional.of(scene.store()) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Map.of(
                                scene.product(product),
                                new Money(amount, Currency.getInstance(currency))));
        scene.told(scene.desk().publishes(published));
    }

    private PriceBookId id(String book, String product) {
        return new PriceBookId(scene.named(book + "-" + product));
    }
}
