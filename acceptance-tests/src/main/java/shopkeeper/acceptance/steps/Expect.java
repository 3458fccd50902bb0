package shopkeeper.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Objects;
import shopkeeper.acceptance.drivers.ChannelDriver;

/** What a step promises, in words that need no programmer when it is not kept. */
final class Expect {
    private Expect() {}

    static void that(String what, Object actual, Object expected) {
        assertThat(actual)
                .withFailMessage(() -> words(what, expected, Objects.toString(actual)))
                .isEqualTo(expected);
    }

    static void among(String what, Collection<String> actual, String expected) {
        assertThat(actual)
                .withFailMessage(() -> words(what, expected, list(actual)))
                .contains(expected);
    }

    static void notAmong(String what, Collection<String> actual, String unexpected) {
        assertThat(actual)
                .withFailMessage(() -> words(what, "anything but " + unexpected, list(actual)))
                .doesNotContain(unexpected);
    }

    /** The channel of which something is said. */
    static String in(ChannelDriver channel) {
        return " (" + channel.way() + ")";
    }

    private static String words(String what, Object expected, String actual) {
        return what
                + "\n  expected: "
                + expected
                + "\n  but was:  "
                + (actual.isEmpty() ? "nothing" : actual);
    }

    private static String list(Collection<String> several) {
        return several.isEmpty() ? "nothing" : String.join(", ", several);
    }
}
