package shopkeeper.comparison;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;

/**
 * How many commands a second Axon 4 handles on streams of a given length, without its cache and
 * with it, when it knows every stream; by turns with whom it is compared with.
 */
public final class Axon4Commands {
    private static final int CALLERS = 32;
    private static final List<String> PURPOSES =
            List.of("RECOMMENDATIONS", "ANALYTICS", "PRICING", "SEGMENTS", "RESEARCH");

    private final HikariDataSource pool;
    private final Written written;
    private final int streams;
    private final int further;
    private final int length;

    private Axon4Commands(
            HikariDataSource pool, Written written, int streams, int further, int length) {
        this.pool = pool;
        this.written = written;
        this.further = further;
        this.streams = streams;
        this.length = length;
    }

    /**
     * Does what it is told line by line: {@code replaying} or {@code cached} makes ready for it,
     * {@code round 3} tells every stream three things more and prints commands a second; until
     * nothing more is told.
     *
     * @param args JDBC URL with user and password, how events are written (JSON, or XML as the
     *     library does unless told otherwise), streams, further streams to warm up with, events in
     *     each, the step by which streams are met in a round, seconds of warm-up
     */
    public static void main(String[] args) throws Exception {
        var config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setMaximumPoolSize(CALLERS);
        try (var pool = new HikariDataSource(config);
                var told =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var comparison =
                    new Axon4Commands(
                            pool,
                            Written.valueOf(args[1]),
                            Integer.parseInt(args[2]),
                            Integer.parseInt(args[3]),
                            Integer.parseInt(args[4]));
            comparison.prepare();
            comparison.obey(told, Integer.parseInt(args[5]), Integer.parseInt(args[6]));
        }
    }

    private void obey(BufferedReader told, int step, int warmUp) throws Exception {
        Optional<Configuration> running = Optional.empty();
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            if (line.startsWith("round ")) {
                int times = Integer.parseInt(line.substring("round ".length()));
                long start = System.nanoTime();
                askInOrder(running.orElseThrow().commandGateway(), times * streams, streams, step);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf("%.0f%n", times * streams / seconds);
            } else {
                running.ifPresent(Configuration::shutdown);
                running = Optional.of(warmedUp(line.equals("cached"), warmUp));
                System.out.println("ready");
            }
        }
        running.ifPresent(Configuration::shutdown);
    }

    private Configuration configuration(boolean cached) {
        Serializer serializer = written.serializer();
        var connections =
                new UnitOfWorkAwareConnectionProviderWrapper(
                        new DataSourceConnectionProvider(pool));
        var aggregate = AggregateConfigurer.defaultConfiguration(ConsentAggregate.class);
        if (cached) {
            aggregate = aggregate.configureCache(_ -> new StrongCache());
        }
        var configurer =
                DefaultConfigurer.defaultConfiguration(false)
                        .configureSerializer(_ -> serializer)
                        .configureEventSerializer(_ -> serializer)
                        .configureMessageSerializer(_ -> serializer)
                        .configureEmbeddedEventStore(_ -> engine(connections))
                        .configureAggregate(aggregate);
        return configurer.start();
    }

    private JdbcEventStorageEngine engine(ConnectionProvider connections) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(written.serializer())
                .snapshotSerializer(written.serializer())
                .build();
    }

    private void prepare() throws Exception {
        try (var connection = pool.getConnection();
                var empty = connection.createStatement()) {
            empty.execute("drop table if exists domainevententry, snapshotevententry");
        }
        engine(new DataSourceConnectionProvider(pool))
                .createSchema(PostgresEventTableFactory.INSTANCE);
        var configuration = configuration(true);
        int all = streams + further;
        askInOrder(configuration.commandGateway(), all * length, all, 1);
        configuration.shutdown();
        try (var connection = pool.getConnection();
                var tidy = connection.createStatement()) {
            tidy.execute("vacuum analyze domainevententry");
        }
    }

    private interface Streams {
        /** Which is next, or -1 to stop. */
        int next();
    }

    /** Every stream once, again and again. */
    private static void askInOrder(CommandGateway commands, int times, int streams, int step)
            throws Exception {
        var next = new AtomicInteger();
        ask(
                commands,
                () -> {
                    int number = next.getAndIncrement();
                    return number < times ? (int) ((long) number * step % streams) : -1;
                });
    }

    private Configuration warmedUp(boolean cached, int warmUp) throws Exception {
        var configuration = configuration(cached);
        warmUp(configuration.commandGateway(), streams, further, warmUp);
        if (cached) {
            askInOrder(configuration.commandGateway(), streams, streams, 1);
        }
        return configuration;
    }

    private static void warmUp(CommandGateway commands, int first, int many, int seconds)
            throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        ask(
                commands,
                () ->
                        System.nanoTime() < end
                                ? first + ThreadLocalRandom.current().nextInt(many)
                                : -1);
    }

    private static void ask(CommandGateway commands, Streams streams) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                all.add(
                        threads.submit(
                                (Callable<?>)
                                        () -> {
                                            for (int stream = streams.next();
                                                    stream >= 0;
                                                    stream = streams.next()) {
                                                int chance =
                                                        ThreadLocalRandom.current().nextInt(10);
                                                commands.sendAndWait(
                                                        new ConsentAsked(
                                                                "c-" + stream,
                                                                PURPOSES.get(chance / 2),
                                                                chance % 2 == 0,
                                                                Instant.now().toString()));
                                            }
                                            return null;
                                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }
}
