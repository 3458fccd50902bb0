package shopkeeper.messaging.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.qpid.protonj2.client.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shopkeeper.application.access.Client;
import shopkeeper.application.fakes.InMemoryKeys;
import shopkeeper.application.fakes.InMemoryQuarantine;
import shopkeeper.application.kernel.Unavailable;
import shopkeeper.domain.kernel.Position;
import shopkeeper.messaging.Samples;
import shopkeeper.messaging.Till;
import shopkeeper.messaging.kernel.Answer;
import shopkeeper.messaging.kernel.Answer.Kind;
import shopkeeper.messaging.kernel.Answer.Outcome;
import shopkeeper.messaging.kernel.Desk;
import shopkeeper.messaging.kernel.Heard;
import shopkeeper.messaging.kernel.Listener;

/** What the line does while the house behind it is not in order. */
final class PlatformLineTest {
    private static final Client TILL = Client.named("till:0042:07");
    private static final String SECRET = "s3cret";
    private static final Answer DONE = Outcome.of(Kind.ACCEPTED, new Position(1));

    @TempDir Path data;
    private final InMemoryKeys keys = new InMemoryKeys();
    private final InMemoryQuarantine quarantine = new InMemoryQuarantine();
    private final Fragile threads = new Fragile();
    private HomeBroker broker;
    private Till till;

    @BeforeEach
    void open() throws Exception {
        broker = new HomeBroker(data, "127.0.0.1", 0, 0, keys, SECRET);
        broker.start();
        till = new Till(broker.port(), TILL.name(), keys.keyOf(TILL));
        till.open();
    }

    @AfterEach
    void close() {
        till.close();
        broker.close();
        threads.shutdownNow();
    }

    @Test
    void an_outage_is_waited_out_however_long_it_takes_and_nothing_overtakes() throws Exception {
        var tries = new AtomicInteger();
        var heard = new CopyOnWriteArrayList<String>();
        Listener listener =
                message -> {
                    if (tries.incrementAndGet() <= 60) {
                        throw new Unavailable("the database is away");
                    }
                    heard.add(message.event().id());
                    return DONE;
                };
        try (var line = line(listener, InstantSource.system())) {
            send("000001", "000002");
            await().until(() -> heard.size() == 2);
            assertThat(heard).containsExactly("0042-07-000001-37.58", "0042-07-000002-37.58");
            assertThat(quarantine.list(10)).isEmpty();
            assertThat(line.isUp()).isTrue();
        }
    }

    @Test
    void a_message_the_platform_itself_fails_on_is_kept_in_the_end() throws Exception {
        Listener listener =
                _ -> {
                    throw new IllegalStateException("a fault");
                };
        try (var _ = line(listener, InstantSource.system())) {
            send("000001");
            await().atMost(Duration.ofSeconds(30)).until(() -> quarantine.list(10).size() == 1);
            assertThat(quarantine.list(10).getFirst().code()).isEqualTo("failed");
        }
    }

    @Test
    void what_could_not_be_answered_comes_again() throws Exception {
        var failed = new AtomicBoolean();
        InstantSource clock =
                () -> {
                    if (Thread.currentThread().isVirtual() && failed.compareAndSet(false, true)) {
                        throw new IllegalStateException("no time");
                    }
                    return Instant.EPOCH;
                };
        try (var _ = line(_ -> DONE, clock)) {
            assertThat(till.ask(Addresses.TRANSACTIONS, Samples.sale("000001")).at("/data/outcome"))
                    .hasToString("\"accepted\"");
            assertThat(failed).isTrue();
        }
    }

    @Test
    void a_line_that_fails_is_taken_up_again() throws Exception {
        try (var _ = line(_ -> DONE, InstantSource.system())) {
            threads.failsNext.set(true);
            var answer = till.ask(Addresses.OFFER_REQUESTS, Samples.sale("000001"));
            assertThat(answer.at("/data/outcome").asString()).isEqualTo("accepted");
            assertThat(threads.failsNext).isFalse();
        }
    }

    @Test
    void a_question_does_not_wait_behind_receipts_that_cannot_be_taken_now() throws Exception {
        var release = new CountDownLatch(1);
        try (var _ = line(message -> held(message, release), InstantSource.system())) {
            send(IntStream.rangeClosed(1, 320).mapToObj(Integer::toString).toArray(String[]::new));
            var question =
                    Message.create(Samples.event("question", "q", "{}").getBytes(UTF_8))
                            .contentType("application/cloudevents+json");
            var answer = till.ask(Addresses.OFFER_REQUESTS, question);
            assertThat(answer.at("/data/outcome").asString()).isEqualTo("accepted");
            release.countDown();
        }
    }

    private static Answer held(Heard heard, CountDownLatch release) {
        try {
            if (!heard.event().type().equals("question")) {
                assertThat(release.await(30, SECONDS)).isTrue();
            }
            return DONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private PlatformLine line(Listener listener, InstantSource clock) throws Exception {
        var desk =
                new Desk(
                        Map.of(
                                Addresses.TRANSACTIONS, listener,
                                Addresses.OFFER_REQUESTS, listener),
                        quarantine,
                        InstantSource.system());
        var line =
                new PlatformLine(
                        new BrokerAccess(
                                "127.0.0.1", broker.port(), false, Visitor.PLATFORM, SECRET),
                        desk,
                        clock,
                        threads,
                        0);
        line.start();
        assertThat(line.awaitUp(20, SECONDS)).isTrue();
        return line;
    }

    private void send(String... sequences) throws Exception {
        try (var sender = till.connection.openSender(Addresses.TRANSACTIONS)) {
            for (String sequence : sequences) {
                sender.send(Message.create(Samples.sale(sequence).getBytes(UTF_8)))
                        .awaitAccepted(10, SECONDS);
            }
        }
    }

    /** Runs everything, but refuses one task when told to. */
    private static final class Fragile extends AbstractExecutorService {
        private final ExecutorService sound = Executors.newVirtualThreadPerTaskExecutor();
        private final AtomicBoolean failsNext = new AtomicBoolean();

        @Override
        public void execute(Runnable task) {
            if (failsNext.compareAndSet(true, false)) {
                throw new IllegalStateException("no thread");
            }
            sound.execute(task);
        }

        @Override
        public void shutdown() {
            sound.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return sound.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return sound.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return sound.isTerminated();
        }

        @Override
        public boolean awaitTermination(long patience, TimeUnit unit) throws InterruptedException {
            return sound.awaitTermination(patience, unit);
        }
    }
}
