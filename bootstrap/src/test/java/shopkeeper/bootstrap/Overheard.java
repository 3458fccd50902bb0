package shopkeeper.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * All that is logged and printed while it listens: ours in every detail, of others what they say
 * where nobody asks for more than INFO.
 */
final class Overheard implements AutoCloseable {
    private final Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = logger("shopkeeper");
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    Overheard() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        ours.setLevel(Level.DEBUG);
        var all = new PrintStream(printed, true, UTF_8);
        System.setOut(all);
        System.setErr(all);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        ours.setLevel(null);
        root.setLevel(before);
        root.detachAppender(log);
    }

    String text() {
        return List.copyOf(log.list).stream().map(Overheard::line).collect(Collectors.joining("\n"))
                + "\n"
                + printed.toString(UTF_8);
    }

    private static String line(ILoggingEvent event) {
        var failure = event.getThrowableProxy();
        return "%s %s: %s%s"
                .formatted(
                        event.getLevel(),
                        event.getLoggerName(),
                        event.getFormattedMessage(),
                        failure == null ? "" : "\n" + ThrowableProxyUtil.asString(failure));
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
