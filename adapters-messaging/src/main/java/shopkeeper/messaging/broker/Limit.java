package shopkeeper.messaging.broker;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import shopkeeper.application.kernel.Unavailable;

/** A limit for calls of the broker's client, which may wait for an answer that got lost. */
final class Limit {
    private Limit() {}

    /** Something the client is asked. */
    interface Call<T> {
        T made() throws ClientException;
    }

    /**
     * Makes the call on a thread of its own, which is interrupted when the time is up.
     *
     * @throws TimeoutException when there was no answer in time
     */
    static <T> T within(Duration most, Call<T> call) throws ClientException, TimeoutException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread caller =
                Thread.ofVirtual()
                        .name("broker-call")
                        .start(() -> {
                            try {
                                answer.complete(call.made());
                            } catch (ClientException | RuntimeException | Error e) {
                                answer.completeExceptionally(e);
                            }
                        });
        try {
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TimeoutException("no answer within " + most.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case ClientException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            caller.interrupt();
        }
    }

    /** The house closes while somebody waits. */
    private static final class Interrupted extends Unavailable {
        private static final long serialVersionUID = 1L;

        Interrupted() {
            super("interrupted while waiting for the broker");
        }
    }
}
