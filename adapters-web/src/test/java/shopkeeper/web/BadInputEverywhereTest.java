package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad input, sent to every operation: a clear answer, no effect, and a healthy next one. */
class BadInputEverywhereTest {
    private static final FurnishedShop SHOP = new FurnishedShop();
    private static final List<Operation> OPERATIONS = Operation.all(SHOP.web);

    static List<BadInput> inputs() {
        return BadInput.all();
    }

    /** What became of one input. */
    private record Row(String what, int operations, Map<String, Integer> answers) {
        int requests() {
            return answers.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void a_bad_input_gets_a_clear_answer_everywhere(BadInput input) {
        assertThat(sent(input).requests()).isPositive();
    }

    @Test
    void the_page_says_what_was_sent_and_what_was_answered() {
        WrittenDown.says("bad-input.md", page(inputs().stream().map(this::sent).toList()));
    }

    private Row sent(BadInput input) {
        var operations = new TreeSet<String>();
        var answers = new TreeMap<String, Integer>();
        for (Operation operation : OPERATIONS) {
            if (input.fits().test(operation)) {
                for (var call : input.sent().apply(SHOP, operation)) {
                    operations.add(operation.name());
                    answers.merge(refused(input, operation, call), 1, Integer::sum);
                }
            }
        }
        return new Row(input.what(), operations.size(), answers);
    }

    private static String refused(BadInput input, Operation operation, OnlineShop.Call call) {
        var position = SHOP.position();
        var answer = call.answer();
        var what = input.what() + " to " + operation.name();
        var said = answer.status() < 300 ? inside(what, answer) : whole(what, answer);
        assertThat(SHOP.position()).as(what + " must have no effect").isEqualTo(position);
        SHOP.web.get("/v1/products/P-1").answer().is(200);
        return said;
    }

    private static String whole(String what, OnlineShop.Answer answer) {
        var code = answer.at("/code");
        assertThat(answer.status()).as(what + ": " + answer.text()).isBetween(400, 499);
        answer.isProblem(answer.status(), code);
        return answer.status() + " " + code;
    }

    /** Of many lines or calls the good ones are taken: the bad one is told with its problem. */
    private static String inside(String what, OnlineShop.Answer answer) {
        var json = answer.json();
        assertThat(json.at("/accepted").asInt(-1)).as(what + ": " + answer.text()).isZero();
        assertThat(json.at("/rejected").size()).as(what + ": " + answer.text()).isPositive();
        var problem = json.at("/rejected/0/problem");
        assertThat(problem.at("/status").asInt()).as(what).isBetween(400, 499);
        return problem.at("/status").asInt() + " " + problem.at("/code").asString();
    }

    private static String page(List<Row> rows) {
        var lines = new ArrayList<String>();
        for (Row row : rows) {
            lines.add(
                    "| %s | %d | %d | %s |"
                            .formatted(
                                    row.what().replace("|", "\\|"),
                                    row.operations(),
                                    row.requests(),
                                    row.answers().entrySet().stream()
                                            .map(answer ->
                                                    "%s × %d"
                                                            .formatted(
                                                                    answer.getKey(),
                                                                    answer.getValue()))
                                            .collect(Collectors.joining(", "))));
        }
        int requests = rows.stream().mapToInt(Row::requests).sum();
        return """
        # Bad inputs

        Written by `BadInputEverywhereTest`, which sends each of these to every operation that can be sent it (%d operations in all). Every answer is a problem with a stable code; the log is where it was before; the next good request is served. What is wrong with one line or call of many is told for that one, with the same codes. %d inputs, %d requests.

        | Input | Operations | Requests | Answers |
        |---|---|---|---|
        %s

        At the desk, sent by an agent's browser to each operation that can be sent it; again the log is where it was, and the next good request is served:

        | Input | Operations | Requests | Answers |
        |---|---|---|---|
        %s

        What only makes sense in one place (prices, sums, currencies, times, files) is in the tests of that place: `ReferenceDataTest`, `CollectionTest`, `DecisionTest`, `PosReceiptReaderTest`, `CsvFile`'s and the features. What only a raw socket can send (a request line, a header or a chunk that is none, a body that breaks off or drips in) is in `PlatformTest` and `RawSocketTest` of the bootstrap module, on the running platform.
        """
                .formatted(
                        OPERATIONS.size(),
                        rows.size(),
                        requests,
                        String.join("\n", lines),
                        String.join("\n", new BadInputAtTheDesk(SHOP).rows()));
    }
}
