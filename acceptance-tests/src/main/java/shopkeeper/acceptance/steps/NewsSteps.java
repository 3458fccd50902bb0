package shopkeeper.acceptance.steps;

import static org.awaitility.Awaitility.await;

import io.cucumber.java.en.Then;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shopkeeper.acceptance.Scene;
import shopkeeper.acceptance.drivers.Asked;
import shopkeeper.acceptance.drivers.AskedMoment;

/** What the shop learned a moment ago. */
public final class NewsSteps {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int MANY = 20;

    private final Scene scene;

    public NewsSteps(Scene scene) {
        this.scene = scene;
    }

    @Then("within a minute {product} is suggested beside {product} because {reason}")
    public void soonBeside(String product, String page, String reason) {
        await().atMost(A_MINUTE)
                .untilAsserted(() -> {
                    scene.answered(
                            scene.channel()
                                    .asks(
                                            new Asked(
                                                    Optional.empty(),
                                                    "recommendation",
                                                    List.of(scene.product(page).value()),
                                                    AskedMoment.PLAIN.in("product", MANY))));
                    Expect.among("Why " + product + " is suggested", reasons(product), reason);
                });
    }

    @Then("{product} is suggested because {reason}")
    public void suggested(String product, String reason) {
        Expect.among("Why " + product + " is suggested", reasons(product), reason);
    }

    @Then("{product} is suggested because {string}")
    public void suggestedForAll(String product, String reasons) {
        for (String reason : reasons.split(", *", -1)) {
            suggested(product, reason);
        }
    }

    private List<String> reasons(String product) {
        return scene.lastAnswer().reasonsFor(scene.product(product).value());
    }
}
