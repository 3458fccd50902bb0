package shopkeeper.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.bootstrap.Visitor.bearer;
import static shopkeeper.bootstrap.Visitor.get;
import static shopkeeper.bootstrap.Visitor.json;
import static shopkeeper.bootstrap.Visitor.post;
import static shopkeeper.bootstrap.Visitor.put;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shopkeeper.application.recommendation.RecommendationModule;
import shopkeeper.application.recommendation.RetrainModels.Result;
import tools.jackson.databind.JsonNode;

/** A decision of the running platform, looked at after the models that it asked are gone. */
@ExtendWith(OpenShop.class)
final class OldSlatesTest {
    private static final int CUSTOMERS = 25;
    private static final int PRODUCTS = 5;

    @Test
    void an_old_slate_is_made_again_word_for_word_after_its_models_are_gone() throws Exception {
        for (int product = 0; product < PRODUCTS; product++) {
            sells(product, true);
        }
        long position = 0;
        for (int order = 0; order < 3; order++) {
            position = everybodyOrders(order, order % 2);
        }
        trains();
        var decision = decided(position);
        assertThat(models(decision)).anyMatch(OldSlatesTest::wasTrained);

        everybodyOrders(3, 1);
        sells(0, false);
        OpenShop.restart(() -> {});
        position = everybodyOrders(4, 2);
        assertThat(models(decided(position))).noneMatch(OldSlatesTest::wasTrained);

        var replayed = replayed(decision);
        assertThat(replayed.path("equal").asBoolean()).as(replayed.toPrettyString()).isTrue();
        assertThat(replayed.path("differs")).isEmpty();
        assertThat(replayed.path("replayed").toString())
                .isEqualTo(replayed.path("decision").toString());
        assertThat(replayed.path("decision")).isEqualTo(decision);
        assertThat(replayed.at("/candidates/home/candidates")).hasSizeGreaterThan(2);

        somebodyWritesInTheJournal(decision);

        replayed = replayed(decision);
        assertThat(replayed.path("equal").asBoolean()).isFalse();
        assertThat(replayed.path("differs").toString()).startsWith("[\"home\"");
        assertThat(replayed.path("decision")).isEqualTo(decision);
    }

    private static void sells(int product, boolean sold) throws Exception {
        var answer =
                put(
                        "/v1/products/old-" + product,
                        "{\"name\":\"Old %d\",\"sold\":%s}".formatted(product, sold),
                        "Authorization",
                        bearer("admin"));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    /** Everybody has a product that they buy again and again, and sometimes another one. */
    private static long everybodyOrders(int order, int beside) throws Exception {
        var orders = new ArrayList<String>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            orders.add(
                    """
                    {"type":"track","messageId":"old-%1$d-%2$d","userId":"old-%1$d","event":"Order Completed",
                     "timestamp":"%3$s","properties":{"order_id":"old-%1$d-%2$d","total":"1.01","currency":"EUR",
                     "products":[{"product_id":"old-%4$d","quantity":1,"price":"1.01"}]}}\
                    """
                            .formatted(
                                    customer,
                                    order,
                                    Instant.now().minus(Duration.ofDays(9 - order)),
                                    (customer + beside) % PRODUCTS));
        }
        var told = post("/v1/batch", "{\"batch\":[" + String.join(",", orders) + "]}");
        assertThat(json(told).path("accepted").asInt()).as(told.body()).isEqualTo(CUSTOMERS);
        return json(told).path("position").asLong();
    }

    private static void trains() {
        var retraining = OpenShop.platform().port(RecommendationModule.class).retraining();
        var training = retraining.whenDue(Instant.now().plus(Duration.ofDays(2)));
        assertThat(training.result()).as(training.toString()).isEqualTo(Result.SERVED);
    }

    private static JsonNode decided(long position) throws Exception {
        var answer =
                post(
                        "/v1/decisions",
                        """
                        {"channel":"ONLINE","touchpoint":"web","context":{"cart":["old-4"]},
                         "placements":[{"id":"home","kind":"recommendation","limit":3},
                                       {"id":"page","kind":"recommendation","products":["old-1"],"limit":3},
                                       {"id":"prices","kind":"price","products":["old-1"]}]}\
                        """,
                        "Shopkeeper-Min-Position",
                        Long.toString(position));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static List<String> models(JsonNode decision) {
        return decision.findValuesAsString("model");
    }

    /** What is counted as purchases come is there at once; these are not. */
    private static boolean wasTrained(String model) {
        return model.startsWith("ease-") || model.startsWith("item-neighbours-");
    }

    private static JsonNode replayed(JsonNode decision) throws Exception {
        var answer =
                get(
                        "/v1/decisions/" + decision.path("decisionId").asString() + "?replay=true",
                        "Authorization",
                        bearer("agent"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static void somebodyWritesInTheJournal(JsonNode decision) {
        var first = decision.at("/placements/0/items/0/product").asString();
        int changed =
                OpenShop.platform()
                        .port(DSLContext.class)
                        .execute(
                                "update decision_journal set gathered = replace(gathered, ?, ?) where decision = ?",
                                "\"" + first + "\"",
                                "\"something-else\"",
                                decision.path("decisionId").asString());
        assertThat(changed).isOne();
    }
}
