package shopkeeper.web.profile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
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
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 100;

    private final FollowCustomer changes;
    private final ProfileViews views;
    private final LogProgress progress;
    private final Semaphore free = new Semaphore(MOST_STREAMS);
    private final Set<Thread> streaming = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    ChangeStreams(FollowCustomer changes, ProfileViews views, LogProgress progress) {
        this.changes = changes;
        this.views = views;
        this.progress = progress;
    }

    /**
     * One event as its reader wants it.
     *
     * @param kind the event's name
     * @param data one line
     */
    public record Event(String kind, String data) {}

    /**
     * Tells it until the reader goes, the time is over or the platform closes; a browser comes back
     * by itself.
     *
     * @param after the last position the reader knows; empty: from now on
     */
    public void serve(
            CustomerId customer,
            Optional<Position> after,
            HttpServletResponse response,
            Function<TimelineEntry, Event> shown) {
        if (!open || !free.tryAcquire()) {
            throw Problem.of(
                            503,
                            "overloaded",
                            "Too many listen",
                            "At most %d streams are open at once; come back soon."
                                    .formatted(MOST_STREAMS))
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
            tell(customer, after.orElseGet(progress::seen), following, out, shown);
        } catch (IOException _) {
            // The reader has gone or did not read: that is how a stream ends.
        } catch (InterruptedException _) {
            // The platform closes; nobody needs this thread any more.
        } finally {
            streaming.remove(Thread.currentThread());
            free.release();
        }
    }

    private void tell(
            CustomerId customer,
            Position after,
            FollowCustomer.Following following,
            OutputStream out,
            Function<TimelineEntry, Event> shown)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        var known = after;
        while (open && System.nanoTime() < end) {
            var news = views.since(customer, known, AT_ONCE);
            for (TimelineEntry entry : news) {
                known = entry.position().orElseThrow();
                write(out, text(known, shown.apply(entry)));
            }
            if (news.size() < AT_ONCE) {
                var heard = following.next(HEARTBEAT);
                if (heard.isEmpty()) {
                    write(out, ": still here\n\n");
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
