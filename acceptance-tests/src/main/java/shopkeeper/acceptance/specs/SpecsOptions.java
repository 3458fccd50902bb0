package shopkeeper.acceptance.specs;

import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import shopkeeper.acceptance.drivers.Address;

/**
 * What was asked on the command line.
 *
 * @param places files and folders; empty: our own features
 * @param tags a tag expression; empty for all
 */
record SpecsOptions(List<Path> places, String tags, boolean steps, Map<String, String> options) {
    private static final Set<String> VALUES =
            Set.of(
                    "against",
                    "against-amqp",
                    "against-mqtt",
                    "data",
                    "amqp-port",
                    "mqtt-port",
                    "report");
    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(?::([0-9]{1,5}))?");

    static SpecsOptions of(List<String> args) {
        var places = new ArrayList<Path>();
        var tags = new ArrayList<String>();
        var options = new HashMap<String, String>();
        boolean steps = false;
        for (int i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            if (arg.equals("--steps")) {
                steps = true;
            } else if (arg.startsWith("--")) {
                int equals = arg.indexOf('=');
                var name = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
                if (!VALUES.contains(name)) {
                    throw new WrongUse(
                            "there is no option --"
                                    + name
                                    + " here: ./shopkeeper specs [FILE|FOLDER|TAG …] [--steps]"
                                    + " [--against URL [--data DIR] [--against-amqp HOST[:PORT]]"
                                    + " [--against-mqtt HOST[:PORT]]]"
                                    + " [--report DIR]");
                }
                if (equals < 0 && i + 1 == args.size()) {
                    throw new WrongUse("--" + name + " needs a value");
                }
                options.put(name, equals < 0 ? args.get(++i) : arg.substring(equals + 1));
            } else if (arg.startsWith("@") || arg.startsWith("not ")) {
                tags.add(tag(arg));
            } else {
                places.add(place(arg));
            }
        }
        return new SpecsOptions(
                List.copyOf(places), String.join(" and ", tags), steps, Map.copyOf(options));
    }

    Optional<URI> against() {
        return Optional.ofNullable(options.get("against"))
                .map(text -> {
                    if (!text.matches("https?://[^/]+/?")) {
                        throw new WrongUse(
                                "--against needs where the platform is, such as"
                                        + " http://127.0.0.1:8080, not '"
                                        + text
                                        + "'");
                    }
                    return URI.create(text);
                });
    }

    Optional<Path> data() {
        return Optional.ofNullable(options.get("data")).map(Path::of);
    }

    Optional<Path> report() {
        return Optional.ofNullable(options.get("report")).map(Path::of);
    }

    /**
     * Where tills connect over a protocol: {@code --against-amqp}, else what the environment says,
     * else {@code --amqp-port} of the host where the web is.
     *
     * @param told the environment's word
     */
    Optional<Address> tills(String protocol, int usual, Optional<String> told) {
        var named = Optional.ofNullable(options.get("against-" + protocol)).or(() -> told);
        if (named.isPresent()) {
            return named.map(text -> address(protocol, text, usual));
        }
        return Optional.ofNullable(options.get(protocol + "-port"))
                .map(text -> address(protocol, webHost() + ":" + text, usual));
    }

    private String webHost() {
        return against().map(URI::getHost).orElse("127.0.0.1");
    }

    private static Address address(String protocol, String text, int usual) {
        var read = ADDRESS.matcher(text);
        int port =
                read.matches() && read.group(2) != null ? Integer.parseInt(read.group(2)) : usual;
        if (!read.matches() || port < 1 || port > 65535) {
            throw new WrongUse(
                    "--against-%s needs where tills connect, such as tills.example:%d, not '%s'"
                            .formatted(protocol, usual, text));
        }
        return new Address(read.group(1).replaceAll("[\\[\\]]", ""), port);
    }

    private static String tag(String text) {
        try {
            TagExpressionParser.parse(text);
            return "(" + text + ")";
        } catch (TagExpressionException e) {
            throw new WrongUse("'" + text + "' is no tag: write @http, or '@http and not @amqp'");
        }
    }

    private static Path place(String text) {
        var path = Path.of(text);
        if (!Files.exists(path)) {
            throw new WrongUse("there is no file or folder '" + text + "' (a tag begins with @)");
        }
        if (Files.isRegularFile(path) && !text.endsWith(".feature")) {
            throw new WrongUse("'" + text + "' is no feature file: its name must end in .feature");
        }
        return path;
    }
}
