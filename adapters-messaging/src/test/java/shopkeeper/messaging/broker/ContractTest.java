package shopkeeper.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shopkeeper.messaging.Contract;
import shopkeeper.messaging.Samples;
import shopkeeper.messaging.kernel.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document against the addresses and types; the tills of the tests hold messages against it.
 */
final class ContractTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TYPE =
            Pattern.compile("\"(retail\\.pos\\.[a-z]+\\.[a-z]+)(\\.v1)?\"");

    @Test
    void every_address_of_the_platform_is_in_it_and_nothing_else() {
        var own = Stream.concat(Addresses.INBOUND.stream(), Addresses.BROADCAST.stream()).toList();
        var tills =
                Stream.concat(Addresses.INBOUND.stream(), Stream.of(Addresses.OUTCOMES)).toList();
        var expected = new TreeSet<>(own);
        for (var word : tills) {
            expected.add(new TillArea("{store}", "{till}").address(word));
            expected.add(slashed(new TillArea("{store}", "{till}").address(word)));
        }
        expected.add(slashed(new TillArea("{store}", "{till}").address(Addresses.OFFER_REPLIES)));
        own.stream()
                .filter(address -> address.startsWith(Addresses.ANNOUNCEMENTS))
                .forEach(address -> expected.add(slashed(address)));
        assertThat(
                        channels()
                                .map(channel -> channel.get("address"))
                                .filter(JsonNode::isString)
                                .map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_type_that_is_taken_or_told_is_in_it_and_nothing_else() throws IOException {
        var types = new TreeSet<String>();
        for (var source : sources()) {
            var found = TYPE.matcher(source);
            while (found.find()) {
                types.add(found.group(1) + ".v1");
            }
        }
        for (var kind : Answer.Kind.values()) {
            types.add("retail.pos.outcome." + kind.name().toLowerCase(Locale.ROOT) + ".v1");
        }
        for (var line : golden()) {
            types.add(JSON.readTree(line).get("type").asString());
        }
        assertThat(types).hasSizeGreaterThan(25);
        assertThat(Contract.types()).isEqualTo(types);
    }

    @Test
    void what_is_announced_is_what_it_says() throws IOException {
        assertThat(golden()).allSatisfy(line -> Contract.holds(JSON.readTree(line)));
    }

    @Test
    void it_is_asyncapi_3_and_hangs_together() {
        var document = Contract.DOCUMENT;
        assertThat(document.get("asyncapi").asString()).isEqualTo("3.0.0");
        document.findValues("$ref")
                .forEach(reference ->
                        assertThat(document.at(reference.asString().substring(1)).isObject())
                                .as(reference.asString())
                                .isTrue());
        Set<String> spoken =
                document.get("operations")
                        .valueStream()
                        .map(operation -> operation.at("/channel/$ref").asString())
                        .collect(Collectors.toSet());
        assertThat(document.get("channels").propertyNames())
                .allSatisfy(name ->
                        assertThat(spoken.contains("#/channels/" + name) || name.equals("replies"))
                                .as(name)
                                .isTrue());
        // What is no event stands in it as text: PosLogTest takes that one in.
        assertThat(document.at("/components/messages").valueStream())
                .map(message -> message.at("/examples/0/payload"))
                .allSatisfy(payload -> {
                    if (!payload.isString()) {
                        Contract.holds(payload);
                    }
                })
                .filteredOn(JsonNode::isString)
                .hasSize(1);
    }

    @Test
    void what_it_does_not_say_is_found() {
        var sale = JSON.readTree(Samples.sale("000001"));
        assertThat(Contract.wrong(sale)).isEmpty();
        assertThat(
                        Contract.wrong(
                                JSON.readTree(Samples.sale("1").replace("\"currency\"", "\"x\""))))
                .isNotEmpty();
        assertThat(Contract.wrong(JSON.readTree(Samples.event("retail.pos.party.v1", "1", "{}"))))
                .isNotEmpty();
        assertThat(
                        Contract.wrong(
                                JSON.readTree(
                                        golden0().replace("\"receipt\"", "\"customerName\""))))
                .isNotEmpty();
    }

    private static String golden0() {
        try {
            return golden().getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> channels() {
        return Contract.DOCUMENT.get("channels").valueStream();
    }

    private static String slashed(String address) {
        return address.replace('.', '/');
    }

    private static List<String> golden() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/golden/announcements.ndjson"));
    }

    private static List<String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var read = new ArrayList<String>();
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                read.add(Files.readString(file));
            }
            return read;
        }
    }
}
