package shopkeeper.comparison;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Prints how many commands a second Axon 4 handles on streams of a given length: one line for each
 * round, then the same with its cache.
 */
public final class Axon4Commands {
    private static final int CALLERS = 32;
    private static final List<String> PURPOSES =
            List.of("RECOMMENDATIONS", "ANALYTICS", "PRICING", "SEGMENTS", "RESEARCH");

    private final HikariDataSource pool;
    private final int streams;
    private final int further;
    private final int length;

    private Axon4Commands(HikariDataSource pool, int streams, int further, int length) {
        this.further = further;
        this.pool = pool;
        this.streams = streams;
        this.length = length;
    }

    /**
     * @param args JDBC URL with user and password, streams, further streams to warm up with, events
     *     in each, seconds of warm-up, seconds of a round, rounds
     */
    public static void main(String[] args) throws Exception {
        var config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setMaximumPoolSize(CALLERS);
        try (var pool = new HikariDataSource(config)) {
            var comparison =
                    new Axon4Commands(
                            pool,
                            Integer.parseInt(args[1]),
                            Integer.parseInt(args[2]),
                            Integer.parseInt(args[3]));
            int warmUp = Integer.parseInt(args[4]);
            int seconds = Integer.parseInt(args[5]);
            int rounds = Integer.parseInt(args[6]);
            comparison.prepare();
            comparison.measure(
                    "replaying", comparison.configuration(false), warmUp, seconds, rounds);
            comparison.measure("cached", comparison.configuration(true), warmUp, seconds, rounds);
        }
    }

    private Configuration configuration(boolean cached) {
        Serializer json = JacksonSerializer.defaultSerializer();
        var connections =
                new UnitOfWorkAwareConnectionProviderWrapper(
                        new DataSourceConnectionProvider(pool));
        var aggregate = AggregateConfigurer.defaultConfiguration(ConsentAggregate.class);
        if (cached) {
            aggregate = aggregate.configureCache(_ -> new StrongCache());
        }
        var configurer =
                DefaultConfigurer.defaultConfiguration(false)
                        .configureSerializer(_ -> json)
                        .configureEventSerializer(_ -> json)
                        .configureMessageSerializer(_ -> json)
                        .configureEmbeddedEventStore(_ ->
                                JdbcEventStorageEngine.builder()
                                        .connectionProvider(connections)
                                        .transactionManager(NoTransactionManager.INSTANCE)
                                        .eventSerializer(json)
                                        .snapshotSerializer(json)
                                        .build())
                        .configureAggregate(aggregate);
        return configurer.start();
    }

    private void prepare() throws Exception {
        try (var connection = pool.getConnection();
                var exists = connection.prepareStatement("select to_regclass('domainevententry')");
                var row = exists.executeQuery()) {
            if (row.next() && row.getString(1) == null) {
                var engine =
                        JdbcEventStorageEngine.builder()
                                .connectionProvider(new DataSourceConnectionProvider(pool))
                                .transactionManager(NoTransactionManager.INSTANCE)
                                .eventSerializer(JacksonSerializer.defaultSerializer())
                                .snapshotSerializer(JacksonSerializer.defaultSerializer())
                                .build();
                engine.createSchema(PostgresEventTableFactory.INSTANCE);
            }
        }
        var configuration = configuration(true);
        var next = new AtomicInteger();
        ask(
                configuration.commandGateway(),
                () -> {
                    int number = next.getAndIncrement();
                    return number < (streams + further) * length
                            ? number % (streams + further)
                            : -1;
                });
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

    private void measure(
            String what, Configuration configuration, int warmUp, int seconds, int rounds)
            throws Exception {
        perSecond(configuration.commandGateway(), streams, further, warmUp);
        for (int round = 0; round < rounds; round++) {
            System.out.printf(
                    "%s %.0f%n",
                    what, perSecond(configuration.commandGateway(), 0, streams, seconds));
        }
        configuration.shutdown();
    }

    private static double perSecond(CommandGateway commands, int first, int many, int seconds)
            throws Exception {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        long done =
                ask(
                        commands,
                        () ->
                                System.nanoTime() < end
                                        ? first + ThreadLocalRandom.current().nextInt(many)
                                        : -1);
        return done * 1e9 / (System.nanoTime() - start);
    }

    private static long ask(CommandGateway commands, Streams streams) throws Exception {
        var done = new LongAdder();
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
                                                done.increment();
                                            }
                                            return null;
                                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return done.sum();
    }
}
