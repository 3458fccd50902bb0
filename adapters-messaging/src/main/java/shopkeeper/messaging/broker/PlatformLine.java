package shopkeeper.messaging.broker;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.ReceiverOptions;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopkeeper.messaging.kernel.Desk;

/**
 * The platform's own line to the broker: it takes each message to the desk, sends the answer, and
 * only then tells the broker that the message is done. A line that breaks is taken up again.
 */
public final class PlatformLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformLine.class);
    private static final List<String> ADDRESSES =
            List.of(Addresses.TRANSACTIONS, Addresses.CONSENTS, Addresses.OFFER_REQUESTS);

    /** At each address, so that no question waits behind receipts that cannot be taken now. */
    private static final int IN_WORK = 200;

    private static final int CREDIT = 100;
    private static final long FIRST_PAUSE_MS = 100;

    private final BrokerAccess access;
    private final Desk desk;
    private final ExecutorService threads;
    private final Lanes lanes;
    private final OpeningHours hours;
    private final Clerk clerk;
    private final Map<String, Semaphore> rooms =
            ADDRESSES.stream()
                    .collect(Collectors.toUnmodifiableMap(at -> at, _ -> new Semaphore(IN_WORK)));
    private final CountDownLatch idle = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final CountDownLatch connected = new CountDownLatch(1);
    private final AtomicBoolean up = new AtomicBoolean();
    private final AtomicBoolean started = new AtomicBoolean();

    /**
     * @param threads a thread for each message in work
     */
    public PlatformLine(
            BrokerAccess access, Desk desk, InstantSource clock, ExecutorService threads) {
        this(access, desk, clock, threads, FIRST_PAUSE_MS);
    }

    /**
     * @param firstPauseMs before the second try; each further pause is twice as long
     */
    PlatformLine(
            BrokerAccess access,
            Desk desk,
            InstantSource clock,
            ExecutorService threads,
            long firstPauseMs) {
        this.access = access;
        this.desk = desk;
        this.threads = threads;
        this.lanes = new Lanes(threads);
        this.hours = new OpeningHours(firstPauseMs);
        this.clerk = new Clerk(desk, clock, hours);
    }

    /** Returns at once: the line is up when {@link #awaitUp} says so, and again after a break. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            threads.execute(this::stayOnTheLine);
        }
    }

    /** Waits for the first connection. */
    public boolean awaitUp(long patience, TimeUnit unit) throws InterruptedException {
        return connected.await(patience, unit);
    }

    public boolean isUp() {
        return up.get();
    }

    /** Takes nothing new, finishes what is in work, and leaves the rest with the broker. */
    @Override
    public void close() {
        hours.end();
        try {
            if (!isIdleWithin(TimeUnit.SECONDS.toNanos(10))) {
                LOG.warn("messages still in work are left with the broker");
            }
            idle.countDown();
            if (started.get() && !hungUp.await(10, TimeUnit.SECONDS)) {
                LOG.warn("the line to {} did not close in time", access);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            idle.countDown();
        }
    }

    private boolean isIdleWithin(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        for (Semaphore room : rooms.values()) {
            if (!room.tryAcquire(IN_WORK, deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    private void stayOnTheLine() {
        try {
            connectAgainAndAgain();
        } finally {
            hungUp.countDown();
        }
    }

    private void connectAgainAndAgain() {
        int failures = 0;
        while (hours.isOpen()) {
            try (var client = Client.create();
                    var connection =
                            client.connect(access.host(), access.port(), access.options())) {
                serve(connection);
                failures = 0;
            } catch (ClientException e) {
                LOG.warn("no line to {}: {}", access, e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("no line to {}", access, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                up.set(false);
            }
            hours.pause(failures++);
        }
    }

    private void serve(Connection connection) throws ClientException, InterruptedException {
        var broken = new CountDownLatch(1);
        var sender = connection.openAnonymousSender();
        for (String address : ADDRESSES) {
            var receiver =
                    connection.openReceiver(
                            address, new ReceiverOptions().autoAccept(false).creditWindow(CREDIT));
            await(receiver);
            threads.execute(() -> receive(address, receiver, sender, broken));
        }
        up.set(true);
        connected.countDown();
        LOG.info("on the line to {}", access);
        while (hours.isOpen() && !broken.await(200, TimeUnit.MILLISECONDS)) {
            // Either the line breaks or the house closes.
        }
        if (!hours.isOpen()) {
            idle.await(15, TimeUnit.SECONDS);
        }
    }

    private static void await(Receiver receiver) throws ClientException, InterruptedException {
        try {
            receiver.openFuture().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ClientException("an address could not be opened: " + e.getMessage(), e);
        }
    }

    private void receive(String address, Receiver receiver, Sender sender, CountDownLatch broken) {
        try {
            while (hours.isOpen()) {
                var delivery = receiver.receive(1, TimeUnit.SECONDS);
                if (delivery != null) {
                    admit(address, delivery, sender);
                }
            }
        } catch (ClientException e) {
            LOG.debug("the line broke at {}: {}", address, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("nothing more is taken at {} on this line: a new one is opened", address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            broken.countDown();
        }
    }

    private void admit(String address, Delivery delivery, Sender sender)
            throws ClientException, InterruptedException {
        var room = room(address);
        room.acquire();
        boolean inWork = false;
        try {
            if (hours.isOpen()) {
                dispatch(address, delivery, sender, room);
                inWork = true;
            } else {
                delivery.release();
            }
        } finally {
            if (!inWork) {
                room.release();
            }
        }
    }

    private void dispatch(String address, Delivery delivery, Sender sender, Semaphore room)
            throws ClientException {
        Message<?> message = delivery.message();
        var letter = desk.open(Post.incoming(address, message));
        Runnable work =
                () -> {
                    try {
                        clerk.work(letter, message, delivery, sender);
                    } finally {
                        room.release();
                    }
                };
        if (address.equals(Addresses.OFFER_REQUESTS)) {
            threads.execute(work);
        } else {
            lanes.run(letter.lane(), work);
        }
    }

    private Semaphore room(String address) {
        return Objects.requireNonNull(rooms.get(address));
    }
}
