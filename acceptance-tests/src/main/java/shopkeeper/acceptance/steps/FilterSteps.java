package shopkeeper.acceptance.steps;

import io.cucumber.java.en.Given;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import shopkeeper.acceptance.Scene;
import shopkeeper.domain.catalog.Details;

/** What a placement wants to show of all there is. */
public final class FilterSteps {
    private final Scene scene;
    private final Showcase showcase;

    public FilterSteps(Scene scene, Showcase showcase) {
        this.scene = scene;
        this.showcase = showcase;
    }

    @Given("{product} is of the brand {word}")
    public void isOfBrand(String product, String brand) {
        showcase.detail(
                product,
                known ->
                        new Details(
                                Optional.of(scene.named(brand)),
                                known.text(),
                                known.ageLimit(),
                                known.replacedBy(),
                                known.boughtOnce(),
                                known.margin()));
    }

    @Given("the placement shows only the brand {word}")
    public void onlyBrand(String brand) {
        filtered("brands", List.of(scene.named(brand)));
    }

    @Given("the placement leaves out the shelf {word}")
    public void leavesOutShelf(String shelf) {
        filtered("withoutCategories", List.of(scene.named(shelf)));
    }

    @Given("the placement leaves out {product}")
    public void leavesOut(String product) {
        filtered("withoutProducts", List.of(scene.product(product).value()));
    }

    @Given("the placement shows nothing below {amount}")
    public void nothingBelow(BigDecimal amount) {
        filtered("minPrice", amount.toPlainString());
    }

    @Given("the placement shows nothing above {amount}")
    public void nothingAbove(BigDecimal amount) {
        filtered("maxPrice", amount.toPlainString());
    }

    @Given("the placement shows only what is new to the customer")
    public void onlyNew() {
        filtered("bought", "new");
    }

    @Given("the placement shows only what the customer bought before")
    public void onlyAgain() {
        filtered("bought", "again");
    }

    private void filtered(String name, Object value) {
        showcase.now(asked -> asked.filtered(name, value));
    }
}
