package shopkeeper.bootstrap;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as Tomcat speaks it, which waits anew for each piece of the headers: here whoever has begun
 * a request and not told all of its headers in time is hung up on.
 */
public final class PunctualHttp extends Http11NioProtocol {
    private static final long NOT_BEGUN = -1;

    private long patience = Duration.ofMillis(2_500).toNanos();
    private @Nullable Future<?> rounds;

    void headersWithin(Duration longest) {
        patience = longest.toNanos();
    }

    @Override
    public void start() throws Exception {
        super.start();
        rounds =
                getUtilityExecutor()
                        .scheduleWithFixedDelay(
                                this::hangUpOnTheSlow,
                                patience / 4,
                                patience / 4,
                                TimeUnit.NANOSECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (rounds != null) {
            rounds.cancel(false);
        }
        super.stop();
    }

    private void hangUpOnTheSlow() {
        for (var connection : getEndpoint().getConnections()) {
            if (isTooSlow(connection)) {
                connection.processSocket(SocketEvent.ERROR, true);
            }
        }
    }

    /** Between two pieces of its headers a request is kept with the connection, and only then. */
    private boolean isTooSlow(SocketWrapperBase<NioChannel> connection) {
        if (!(connection.getCurrentProcessor() instanceof AbstractProcessor begun)
                || begun.isAsync()) {
            return false;
        }
        long since = begun.getRequest().getStartTimeNanos();
        return since != NOT_BEGUN && System.nanoTime() - since > patience * 3 / 4;
    }
}
