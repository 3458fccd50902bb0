package shopkeeper.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.acceptance.Scene;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.application.pricing.AskPrice;
import shopkeeper.application.pricing.PublishPrices;
import shopkeeper.domain.catalog.CatalogCommand;
import shopkeeper.domain.catalog.CatalogCommand.CountStock;
import shopkeeper.domain.catalog.CatalogCommand.OpenStore;
import shopkeeper.domain.catalog.StockLevel;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBook.Kind;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PricingCommand.PublishPriceBook;

/** What the shop sells, where, and for how much. */
public final class ReferenceSteps {
    private final Scene scene;

    public ReferenceSteps(Scene scene) {
        this.scene = scene;
    }

    @Given("the shop sells {word}")
    @When("the shop lists {word}")
    public void sells(String product) {
        scene.sells(product, true);
    }

    @Given("the shop sells {word} and {word}")
    public void sellsTwo(String one, String other) {
        sells(one);
        sells(other);
    }

    @When("the shop takes {word} out of its assortment")
    public void takesOut(String product) {
        scene.told(scene.sells(product, false));
    }

    @Given("the store is open")
    @When("the store opens")
    public void opens() {
        keep(
                new OpenStore(
                        new Store(
                                scene.store(),
                                "The store",
                                ZoneId.of("Europe/London"),
                                Currency.getInstance("GBP"),
                                "GB"),
                        scene.desk().now()));
    }

    @Given("the store counted {int} {word}")
    @When("the store counts {int} {word}")
    public void counts(int pieces, String product) {
        count(scene.store(), pieces, product);
    }

    @When("a store nobody opened counts {int} {word}")
    public void countsUnknown(int pieces, String product) {
        count(new StoreId(scene.named("nowhere")), pieces, product);
    }

    @Given("{word} costs {word} {word} everywhere")
    @When("{word} is given the price {word} {word} everywhere")
    public void costs(String product, String amount, String currency) {
        publish("everywhere", Kind.LIST, product, amount, currency, "", false);
    }

    @Given("{word} costs {word} {word} in this store")
    public void costsInStore(String product, String amount, String currency) {
        publish("store", Kind.LIST, product, amount, currency, "", true);
    }

    @Given("{word} costs {word} {word} in the channel {word}")
    public void costsInChannel(String product, String amount, String currency, String channel) {
        publish("channel", Kind.LIST, product, amount, currency, channel, false);
    }

    @Given("{word} is on sale for {word} {word}")
    public void onSale(String product, String amount, String currency) {
        publish("sale", Kind.SALE, product, amount, currency, "", false);
    }

    @Then("the store has {int} {word}")
    public void storeHas(int pieces, String product) {
        scene.desk().awaitSeen();
        assertThat(browse().stock(scene.store(), scene.product(product))).hasValue(pieces);
    }

    @Then("{word} is sold: {word}")
    public void isSold(String product, String sold) {
        scene.desk().awaitSeen();
        assertThat(browse().product(scene.product(product)).orElseThrow().sold())
                .isEqualTo(sold.equals("yes"));
    }

    @Then("the price book of {word} is at version {int}")
    public void bookIsAt(String product, int version) {
        scene.desk().awaitSeen();
        var book = scene.shop().platform().port(AskPrice.class).book(id("everywhere", product));
        assertThat(book.orElseThrow().version()).isEqualTo(version);
    }

    private void count(StoreId store, int pieces, String product) {
        keep(
                new CountStock(
                        store,
                        List.of(new StockLevel(scene.product(product), pieces)),
                        scene.desk().now()));
    }

    private void keep(CatalogCommand command) {
        var desk = scene.desk();
        var keep = scene.shop().platform().port(KeepCatalog.class);
        scene.told(desk.outcome(keep.keep(desk.message(), command)));
    }

    private void publish(
            String book,
            Kind kind,
            String product,
            String amount,
            String currency,
            String channel,
            boolean here) {
        var desk = scene.desk();
        var published =
                new PriceBook(
                        id(book, product),
                        kind,
                        Currency.getInstance(currency),
                        channel.isEmpty()
                                ? Optional.empty()
                                : Optional.of(Channel.valueOf(channel)),
                        here ? Optional.of(scene.store()) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Map.of(scene.product(product), Money.of(amount, currency)));
        var prices = scene.shop().platform().port(PublishPrices.class);
        scene.told(
                desk.outcome(
                        prices.publish(
                                desk.message(), new PublishPriceBook(published, desk.now()))));
    }

    private PriceBookId id(String book, String product) {
        return new PriceBookId(scene.named(book + "-" + product));
    }

    private BrowseCatalog browse() {
        return scene.shop().platform().port(BrowseCatalog.class);
    }
}
