package shopkeeper.web.profile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.profile.FollowCustomer;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.ProfileViews.TimelineEntry;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.web.kernel.Problem;

/**
 * What changes for a customer, as server-sent events while it happens. Each stream has a thread and
 * nothing else of its own: whoever reads slowly holds up nobody and is cut off by the container.
 */
@Component
public final class ChangeStreams implements SmartLifecycle {
    private static final int MOST_STREAMS = 200;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 100;

    private final FollowCustomer changes;
    private final ProfileViews views;
    private final LogProgress progress;
    private final Duration heartbeat;
    private final Places places = new Places(MOST_STREAMS);
    private final Set<Thread> streaming = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    /**
     * @param heartbeat in milliseconds: so long a stream stays open without a word, and so long a
     *     key that is revoked still listens
     */
    ChangeStreams(
            FollowCustomer changes,
            ProfileViews views,
            LogProgress progress,
            @Value("${shopkeeper.heartbeat.ms:10000}") long heartbeat) {
        this.changes = changes;
        this.views = views;
        this.progress = progress;
        this.heartbeat = Duration.ofMillis(heartbeat);
    }

    /**
     * One event as its reader wants it.
     *
     * @param kind the event's name
     * @param data one line
     */
    public record Event(String kind, String data) {}

    /**
     * Tells it until the reader goes or may listen no more, the time is over or the platform
     * closes; a browser comes back by itself.
     *
     * @param after the last position the reader knows; empty: from now on
     */
    public void serve(
            CustomerId customer,
            Optional<Position> after,
            Listener listener,
            HttpServletResponse response,
            Function<TimelineEntry, Event> shown) {
        if (!open || !places.take(listener)) {
            throw Problem.of(
                            503,
                            "overloaded",
                            "Too many listen",
                            "At most %d streams are open at once, %d of them yours: close one."
                                    .formatted(MOST_STREAMS, listener.share()))
                    .asException();
        }
        streaming.add(Thread.currentThread());
        try (var following = changes.follow(customer)) {
            response.setContentType("text/event-stream");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            var out = response.getOutputStream();
            write(out, "retry: 2000\n\n");
            var telling = new Telling(customer, listener, following, out, shown);
            tell(telling, after.orElseGet(progress::seen));
        } catch (IOException _) {
            // The reader has gone or did not read: that is how a stream ends.
        } catch (InterruptedException _) {
            // The platform closes; nobody needs this thread any more.
        } finally {
            streaming.remove(Thread.currentThread());
            places.giveBack(listener);
        }
    }

    private record Telling(
            CustomerId customer,
            Listener listener,
            FollowCustomer.Following following,
            OutputStream out,
            Function<TimelineEntry, Event> shown) {}

    private void tell(Telling told, Position after) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        var known = after;
        while (open && System.nanoTime() < end && told.listener().mayListen().getAsBoolean()) {
            var news = views.since(told.customer(), known, AT_ONCE);
            for (TimelineEntry entry : news) {
                known = entry.position().orElseThrow();
                write(told.out(), text(known, told.shown().apply(entry)));
            }
            if (news.size() < AT_ONCE) {
                var heard = told.following().next(heartbeat);
                if (heard.isEmpty()) {
                    write(told.out(), ": still here\n\n");
                } else {
                    progress.await(heard.get(), PATIENCE);
                }
            }
        }
    }

    private static String text(Position position, Event event) {
        return "id: %d\nevent: %s\ndata: %s\n\n"
                .formatted(position.value(), event.kind(), event.data());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void start() {
        open = true;
    }

    /** Before the server waits for requests to end: these would not. */
    @Override
    public void stop() {
        open = false;
        streaming.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
