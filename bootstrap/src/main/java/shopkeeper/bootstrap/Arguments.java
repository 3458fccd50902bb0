package shopkeeper.bootstrap;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind the name of a command: options with a value, and plain words. */
record Arguments(Map<String, String> options, List<String> words) {
    /** Options without a value. */
    private static final Set<String> SWITCHES = Set.of("virtual-clock", "list", "compare");

    static Arguments of(List<String> args, String... known) {
        var options = new HashMap<String, String>();
        var words = new ArrayList<String>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("--")) {
                words.add(arg);
                continue;
            }
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
            if (!Set.of(known).contains(name)) {
                throw new WrongUse("there is no option --" + name + " here: try ./shopkeeper help");
            }
            if (SWITCHES.contains(name)) {
                options.put(name, "yes");
                continue;
            }
            boolean beside = equals < 0 && i + 1 < args.size() && !args.get(i + 1).startsWith("--");
            String value =
                    beside ? args.get(++i) : arg.substring(equals < 0 ? arg.length() : equals + 1);
            if (value.isBlank()) {
                throw new WrongUse("--" + name + " needs a value");
            }
            options.put(name, value);
        }
        return new Arguments(Map.copyOf(options), List.copyOf(words));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Path data() {
        return option("data").map(Arguments::path).orElseGet(() -> home().resolve("data"));
    }

    int port(String name, int usual) {
        return option(name)
                .map(text -> {
                    try {
                        int port = Integer.parseInt(text);
                        if (port >= 0 && port <= 65_535) {
                            return port;
                        }
                    } catch (NumberFormatException e) {
                        // said below
                    }
                    throw new WrongUse(
                            "--" + name + " needs a port from 0 to 65535, not '" + text + "'");
                })
                .orElse(usual);
    }

    void noWords() {
        if (!words.isEmpty()) {
            throw new WrongUse(
                    "'" + words.getFirst() + "' is not expected here: try ./shopkeeper help");
        }
    }

    static Path path(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new WrongUse("'" + text + "' is no path");
        }
    }

    /** The folder of the launcher, else the current one. */
    static Path home() {
        return path(System.getProperty("shopkeeper.home", "."));
    }
}
