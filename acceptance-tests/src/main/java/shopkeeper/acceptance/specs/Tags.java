package shopkeeper.acceptance.specs;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.acceptance.drivers.Way;

/** Tags that say in which channels a scenario is played. */
public final class Tags {
    public static final String EVERY_CHANNEL = "@every-channel";
    public static final String PLANNED = "@wip";

    private Tags() {}

    /** The tag of a channel, such as {@code @in-process}. */
    public static String of(Way way) {
        return "@" + word(way);
    }

    /** The name of a channel, such as in-process. */
    public static String word(Way way) {
        return way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a scenario with these tags is played there. */
    static boolean plays(Set<String> tags, Way way, Way usual) {
        return tags.contains(EVERY_CHANNEL)
                || tags.contains(of(way))
                || (way == usual && choosesNone(tags));
    }

    /** The same, as Cucumber asks it. */
    static String expression(Way way, Way usual) {
        var chosen = "(" + of(way) + " or " + EVERY_CHANNEL;
        if (way == usual) {
            chosen +=
                    Stream.of(Way.values())
                            .map(Tags::of)
                            .collect(
                                    Collectors.joining(
                                            " or ", " or not (" + EVERY_CHANNEL + " or ", ")"));
        }
        return "not " + PLANNED + " and " + chosen + ")";
    }

    private static boolean choosesNone(Set<String> tags) {
        return Stream.of(Way.values()).map(Tags::of).noneMatch(tags::contains);
    }
}
