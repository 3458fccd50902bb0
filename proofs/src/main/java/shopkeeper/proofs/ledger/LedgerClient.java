package shopkeeper.proofs.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes consents over REST and sales over AMQP and MQTT until it is told to stop, prints ten times
 * a second how far it is, then asks what is in doubt to the end and contradicts itself on purpose.
 * Its settings come from one file of properties; a line on standard input stops it.
 */
public final class LedgerClient {
    private final Properties settings;
    private final PrintStream out;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Tally tally = new Tally();
    private final Past past;
    private final long seed;
    private volatile @Nullable Throwable failure;

    private LedgerClient(Properties settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.past = new Past(number("late"));
        this.seed = Long.parseLong(settings.getProperty("seed"));
    }

    public static void main(String[] args) throws Exception {
        Properties settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of(args[0]))) {
            settings.load(file);
        }
        System.exit(new LedgerClient(settings, System.out).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        Thread.ofPlatform().daemon().start(this::awaitStop);
        try (Book book = new Book(Path.of(settings.getProperty("book")))) {
            Worker.Desk desk = new Worker.Desk(book, past, tally, open::get, number("poison"));
            List<Thread> threads = new ArrayList<>();
            for (Worker worker : workers(desk)) {
                threads.add(Thread.ofPlatform().start(() -> tellingOfFailure(worker)));
            }
            while (threads.stream().anyMatch(Thread::isAlive) && failure == null) {
                out.println(tally);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
            if (failure != null) {
                out.println("failed " + failure);
                return false;
            }
            contradict(book);
            out.println(tally);
            out.println("finished");
            return true;
        }
    }

    private void tellingOfFailure(Worker worker) {
        try {
            worker.run();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void awaitStop() {
        try {
            var _ =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
        } catch (IOException e) {
            out.println("nobody can stop this any more: " + e);
        }
        open.set(false);
    }

    private List<Worker> workers(Worker.Desk desk) throws Exception {
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < number("rest"); i++) {
            workers.add(webShop(i, desk));
        }
        for (int i = 0; i < number("amqp"); i++) {
            workers.add(till("a" + i, Write.Way.AMQP, desk));
        }
        for (int i = 0; i < number("mqtt"); i++) {
            workers.add(till("m" + i, Write.Way.MQTT, desk));
        }
        return workers;
    }

    private RestLine rest() {
        return new RestLine(
                URI.create(settings.getProperty("http")), settings.getProperty("key.web"));
    }

    private Worker webShop(int number, Worker.Desk desk) throws Exception {
        RestLine line = rest();
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < number("customers"); i++) {
            customers.add(line.meet("ledger-" + seed + "-" + number + "-" + i));
        }
        int[] count = new int[1];
        return new Worker(
                line,
                LedgerClient::isConsent,
                new Random(seed + number),
                (chance, inDoubt) -> {
                    String who = customers.get(chance.nextInt(customers.size()));
                    String choice = chance.nextBoolean() ? "GRANTED" : "WITHDRAWN";
                    return inDoubt.test(who)
                            ? Optional.empty()
                            : Optional.of(
                                    new Write(
                                            "r%d-%d".formatted(number, count[0]++),
                                            Write.Way.REST,
                                            who,
                                            consent(choice),
                                            0));
                },
                desk);
    }

    private static String consent(String choice) {
        return """
        {"choice":"%s","notice":{"id":"privacy","version":"3","locale":"en-GB"},\
        "method":"TOGGLE","channel":"ONLINE","touchpoint":"web"}\
        """
                .formatted(choice);
    }

    private Till till(String number) {
        return new Till(
                settings.getProperty("store"), number, settings.getProperty("key.till." + number));
    }

    private Line line(Write.Way way, Till till) {
        return switch (way) {
            case REST -> rest();
            case AMQP -> new AmqpLine(number("port.amqp"), till);
            case MQTT -> new MqttLine(number("port.mqtt"), till);
        };
    }

    private Worker till(String number, Write.Way way, Worker.Desk desk) {
        Till till = till(number);
        int[] count = new int[1];
        return new Worker(
                line(way, till),
                write -> write.target().equals(number),
                new Random(seed ^ number.hashCode()),
                (chance, _) -> {
                    int pence = 101 + chance.nextInt(898);
                    String id = "%s-%d".formatted(number, count[0]++);
                    return Optional.of(
                            new Write(
                                    id,
                                    way,
                                    number,
                                    till.sale(id, settings.getProperty("day"), pence),
                                    pence));
                },
                desk);
    }

    /** What was sold or said under these keys is sent with other content. */
    private void contradict(Book book) throws Exception {
        Random chance = new Random(seed);
        try (Line web = rest()) {
            for (int i = 0; i < number("contradictions"); i++) {
                contradict(past.recent(chance, LedgerClient::isConsent), web, book);
                contradict(past.late(chance, LedgerClient::isConsent), web, book);
            }
        }
        for (int i = 0; i < number("contradictions"); i++) {
            var sale = past.late(chance, write -> write.way() == Write.Way.AMQP);
            if (sale.isPresent()) {
                try (Line till = line(Write.Way.AMQP, till(sale.get().write().target()))) {
                    contradict(sale, till, book);
                }
            }
        }
    }

    private void contradict(Optional<Past.Done> done, Line line, Book book) throws Exception {
        if (done.isPresent()) {
            Write other = done.get().write().contradicted();
            book.contradicted(other, line.send(other).kind() == Answer.Kind.CONFLICT);
            tally.contradicted.incrementAndGet();
        }
    }

    private static boolean isConsent(Write write) {
        return write.way() == Write.Way.REST;
    }

    private int number(String name) {
        return Integer.parseInt(settings.getProperty(name));
    }
}
