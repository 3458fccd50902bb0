package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The document against the operations; {@link OnlineShop} holds every answer against it. */
class ContractTest {
    private static final FurnishedShop SHOP = new FurnishedShop();
    private static final JsonNode DOCUMENT =
            SHOP.web.get("/openapi.json").without("Authorization").answer().is(200).json();
    private static final Contract CONTRACT = new Contract(DOCUMENT);

    private static Stream<Map.Entry<String, JsonNode>> operations() {
        return DOCUMENT.get("paths")
                .propertyStream()
                .flatMap(path ->
                        path.getValue()
                                .propertyStream()
                                .map(way ->
                                        Map.entry(
                                                way.getKey().toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey(),
                                                way.getValue())));
    }

    @Test
    void every_operation_is_in_it_and_nothing_else() {
        assertThat(operations().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(
                        Operation.all(SHOP.web).stream().map(Operation::name).distinct().toList());
    }

    @Test
    void it_is_openapi_3_1_and_hangs_together() {
        assertThat(DOCUMENT.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(DOCUMENT.at("/info/title").asString()).isNotBlank();
        var tags = DOCUMENT.get("tags").valueStream().map(tag -> tag.get("name")).toList();
        assertThat(operations())
                .allSatisfy(operation -> {
                    var said = operation.getValue();
                    assertThat(tags).contains(said.at("/tags/0"));
                    assertThat(said.get("summary").asString()).isNotBlank();
                    assertThat(said.get("x-scope").asString()).isNotBlank();
                    assertThat(said.get("responses").has("401")).isTrue();
                });
        assertThat(operations().map(one -> one.getValue().get("operationId").asString()))
                .doesNotHaveDuplicates();
        DOCUMENT.findValues("$ref")
                .forEach(reference ->
                        assertThat(DOCUMENT.at(reference.asString().substring(1)).isObject())
                                .as(reference.asString())
                                .isTrue());
        var referred = new TreeSet<String>();
        DOCUMENT.findValues("$ref").forEach(one -> referred.add(one.asString()));
        assertThat(referred).hasSameSizeAs(DOCUMENT.at("/components/schemas").propertyNames());
    }

    @TestFactory
    Stream<DynamicTest> each_example_is_what_it_is_an_example_of() {
        return Stream.concat(
                operations()
                        .filter(one -> one.getValue().has("requestBody"))
                        .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> example(one))),
                DOCUMENT.at("/components/schemas")
                        .propertyStream()
                        .filter(schema -> schema.getValue().has("examples"))
                        .map(schema ->
                                DynamicTest.dynamicTest(
                                        schema.getKey(),
                                        () ->
                                                assertThat(
                                                                CONTRACT.wrong(
                                                                        schema.getValue(),
                                                                        schema.getValue()
                                                                                .at("/examples/0")))
                                                        .isEmpty())));
    }

    private static void example(Map.Entry<String, JsonNode> operation) {
        var content = operation.getValue().at("/requestBody/content");
        var type = content.propertyNames().iterator().next();
        assertThat(
                        CONTRACT.wrong(
                                content.get(type).get("schema"), content.get(type).get("example")))
                .isEmpty();
        var path = operation.getKey().split(" ", 2);
        var shop = new FurnishedShop();
        var call =
                shop.web
                        .call(
                                path[0],
                                shop.named(
                                        path[1].replace("{customer}", "{ann}")
                                                .replace("{purpose}", "ANALYTICS")
                                                .replace("{store}", "S-1")
                                                .replace("{product}", "P-1")
                                                .replace("{id}", "new-1")),
                                type.endsWith("ndjson")
                                        ? content.get(type).get("example").asString()
                                        : content.get(type).get("example").toString())
                        .with("Content-Type", type)
                        .with("Idempotency-Key", operation.getKey().replaceAll("[^A-Za-z]", "-"));
        var answer = call.answer();
        if (path[1].endsWith("/clock") || path[1].endsWith("/lookup")) {
            answer.isProblem(404, "not-found");
        } else if (path[1].endsWith("/feedback")) {
            answer.isProblem(422, "unknown-decision");
        } else {
            assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
            assertThat(answer.json().path("rejected")).as(answer.text()).isEmpty();
        }
    }

    @Test
    void what_is_not_promised_is_found() {
        var missing = SHOP.web.get("/v1/products/P-0").answer().is(404);
        CONTRACT.holds("GET", "/v1/products/P-0", Map.of(), null, missing);
        var product = SHOP.web.get("/v1/products/P-1").answer().is(200);
        assertThatThrownBy(() -> CONTRACT.holds("GET", "/v1/stores/S-1", Map.of(), null, product))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() ->
                        CONTRACT.holds("GET", "/v1/operations/parked", Map.of(), null, missing))
                .hasMessageContaining("404 is not promised");
    }

    @Test
    void anybody_may_read_it_and_the_page_says_the_same() {
        var page = SHOP.web.get("/docs").without("Authorization").answer().is(200).text();
        assertThat(SHOP.web.get("/asyncapi.json").without("Authorization").answer().is(200).json())
                .isNotEmpty();
        assertThat(operations())
                .allSatisfy(operation ->
                        assertThat(page)
                                .contains(operation.getKey().split(" ", 2)[1])
                                .contains(
                                        "id=\""
                                                + operation
                                                        .getValue()
                                                        .get("operationId")
                                                        .asString()));
        var linked = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        var targets = new TreeSet<String>();
        while (linked.find()) {
            targets.add(linked.group(1));
        }
        assertThat(targets)
                .hasSizeGreaterThan(100)
                .allSatisfy(target -> assertThat(page).contains("id=\"" + target + "\""));
        assertThat(page).doesNotContain("<script").contains("urn:shopkeeper:problem:CODE");
    }
}
