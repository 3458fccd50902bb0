package shopkeeper.messaging.broker;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.messaging.kernel.Answer;
import shopkeeper.messaging.kernel.AnswerWriter;
import shopkeeper.messaging.kernel.Desk;
import shopkeeper.messaging.kernel.Letter;

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
    private static final int TRIES = 7;
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 10_000;
    private static final long GIVEN_UP_AFTER_DELIVERIES = 3;

    private final BrokerAccess access;
    private final Desk desk;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final long firstPauseMs;
    private final Lanes lanes;
    private final Map<String, Semaphore> rooms =
            ADDRESSES.stream()
                    .collect(Collectors.toUnmodifiableMap(at -> at, _ -> new Semaphore(IN_WORK)));
    private final CountDownLatch closed = new CountDownLatch(1);
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
        this.firstPauseMs = firstPauseMs;
        this.access = access;
        this.desk = desk;
        this.clock = clock;
        this.threads = threads;
        this.lanes = new Lanes(threads);
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
        closed.countDown();
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
        while (isOpen()) {
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
            pause(failures++);
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
        while (isOpen() && !broken.await(200, TimeUnit.MILLISECONDS)) {
            // Either the line breaks or the house closes.
        }
        if (!isOpen()) {
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
            while (isOpen()) {
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
            if (isOpen()) {
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
                        work(letter, message, delivery, sender);
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

    private void work(Letter letter, Message<?> message, Delivery delivery, Sender sender) {
        try {
            if (!isDone(letter, message, sender)) {
                delivery.modified(true, false);
            } else {
                delivery.accept();
            }
        } catch (ClientException e) {
            // The broker has not heard that it is done and will bring it again; what was recorded
            // is then a duplicate.
            LOG.debug("not settled: {}: {}", letter.incoming(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("not settled: {}", letter.incoming(), e);
        }
    }

    private boolean isDone(Letter letter, Message<?> message, Sender sender)
            throws ClientException {
        try {
            var answer = taken(letter, message.deliveryCount());
            if (answer.isPresent()) {
                send(answer.get(), letter, message, sender);
            }
            return answer.isPresent();
        } catch (RuntimeException e) {
            LOG.error("not answered: {}", letter.incoming(), e);
            return false;
        }
    }

    /**
     * Tried in place, so that the till's later messages wait behind it: without end while something
     * the house needs is away, and a few times where the platform itself fails.
     */
    private Optional<Answer> taken(Letter letter, long deliveries) {
        int failures = 0;
        for (int faults = 0; faults < TRIES && waits(failures); failures++) {
            try {
                return Optional.of(desk.take(letter));
            } catch (Unavailable e) {
                tellOf(e, letter, failures);
            } catch (RuntimeException e) {
                faults++;
                LOG.warn("could not take {}: failed {} times", letter.incoming(), faults, e);
            }
        }
        return isOpen() && deliveries >= GIVEN_UP_AFTER_DELIVERIES
                ? keptAside(letter)
                : Optional.empty();
    }

    private Optional<Answer> keptAside(Letter letter) {
        try {
            return Optional.of(desk.giveUp(letter));
        } catch (RuntimeException e) {
            LOG.warn("could not even be kept aside: {}", letter.incoming(), e);
            return Optional.empty();
        }
    }

    private static void tellOf(Unavailable outage, Letter letter, int failures) {
        if (failures == 0) {
            LOG.warn("{} waits for what is away: {}", letter.incoming(), outage.getMessage());
        } else {
            LOG.debug("{} still waits: {}", letter.incoming(), outage.getMessage());
        }
    }

    /** Before every try but the first; false when the house closes. */
    private boolean waits(int failures) {
        if (failures > 0) {
            pause(failures - 1);
        }
        return failures == 0 || isOpen();
    }

    private void send(Answer answer, Letter letter, Message<?> message, Sender sender)
            throws ClientException {
        var body = AnswerWriter.write(answer, Post.nameOf(letter, message), clock.instant());
        String replyTo = message.replyTo();
        if (replyTo != null && !Addresses.isOurs(replyTo)) {
            sender.send(Post.answer(body, answer, letter, message, replyTo).durable(false));
        }
        if (answer instanceof Answer.Outcome) {
            sender.send(
                    Post.answer(body, answer, letter, message, Addresses.OUTCOMES).durable(true));
        }
    }

    private Semaphore room(String address) {
        return Objects.requireNonNull(rooms.get(address));
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void pause(int failures) {
        long pause = Math.min(LONGEST_PAUSE_MS, firstPauseMs << Math.min(failures, 10));
        try {
            if (closed.await(pause, TimeUnit.MILLISECONDS)) {
                LOG.debug("no pause any more: the house closes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
