package shopkeeper.bootstrap;

import java.io.PrintStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jooq.Table;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.feed.Projection;
import shopkeeper.persistence.feed.Replay;
import shopkeeper.persistence.feed.Replay.Compared;
import shopkeeper.persistence.feed.Replay.Rebuilt;
import shopkeeper.persistence.feed.ViewDump;
import shopkeeper.persistence.schema.Database;

/** Rebuilds a view from the log, beside the live one and beside a platform that runs. */
final class ReplayCommand {
    private static final int BATCH = 1_000;
    private static final int LARGEST_BATCH = 100_000;
    private static final long EACH = 100_000;

    private final PrintStream out;

    ReplayCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) {
        boolean list = arguments.has("list");
        if (arguments.words().size() != (list ? 0 : 1)) {
            throw new WrongUse(
                    "name one view to replay: ./shopkeeper replay --list names them all");
        }
        int batch = batch(arguments);
        var options = PlatformOptions.embedded(arguments.data()).fromEnvironment().besideRunning();
        try (var shop = Shop.asleep(options)) {
            if (list) {
                return list(shop);
            }
            var view = shop.view(arguments.words().getFirst());
            return arguments.has("compare")
                    ? compare(shop, view, batch)
                    : replay(shop, view, batch);
        }
    }

    private int list(Shop shop) {
        for (Projection view : shop.views()) {
            out.printf(
                    "%-16s %s%n",
                    view.name(),
                    view.tables().stream().map(Table::getName).collect(Collectors.joining(", ")));
        }
        return 0;
    }

    private int replay(Shop shop, Projection view, int batch) {
        out.printf("Replaying %s%n", view.name());
        Rebuilt rebuilt = replaying(shop, view, batch).swap();
        rebuilt.rows().forEach((table, rows) -> out.printf("  %-20s %,12d rows%n", table, rows));
        out.printf(
                Locale.ROOT,
                "  %,d facts in %.1f s, %,d a second; swapped in at position %d%n",
                rebuilt.upTo(),
                rebuilt.took().toMillis() / 1e3,
                rebuilt.perSecond(),
                rebuilt.upTo());
        if (rebuilt.parked() > 0) {
            out.printf(
                    "  ! %,d facts are parked: see GET /v1/operations/parked%n", rebuilt.parked());
        }
        return 0;
    }

    private int compare(Shop shop, Projection view, int batch) {
        out.printf("Comparing %s with what the log says%n", view.name());
        Compared compared = replaying(shop, view, batch).compare();
        for (ViewDump.TableDump live : compared.live().tables()) {
            out.printf(
                    "  live     %-20s %,12d rows %s%n", live.table(), live.rows(), live.digest());
        }
        for (ViewDump.TableDump again : compared.replayed().tables()) {
            out.printf(
                    "  replayed %-20s %,12d rows %s%n",
                    again.table(), again.rows(), again.digest());
        }
        out.printf(
                "  %s at position %d%n",
                compared.areEqual() ? "equal" : "! NOT EQUAL", compared.at());
        return compared.areEqual() ? 0 : 1;
    }

    private Replay replaying(Shop shop, Projection view, int batch) {
        return new Replay(
                shop.of(Database.class),
                shop.of(EventLog.class),
                InstantSource.system().withZone(ZoneOffset.UTC),
                view,
                batch,
                new EachSoMany(out)::told);
    }

    private static int batch(Arguments arguments) {
        String said = arguments.options().getOrDefault("batch", Integer.toString(BATCH));
        try {
            int batch = Integer.parseInt(said);
            if (batch >= 1 && batch <= LARGEST_BATCH) {
                return batch;
            }
        } catch (NumberFormatException _) {
            // said below, with the same words
        }
        throw new WrongUse("--batch is a number from 1 to " + LARGEST_BATCH + ", not " + said);
    }

    /** Says now and then how far it is. */
    private static final class EachSoMany {
        private final PrintStream out;
        private long said;

        EachSoMany(PrintStream out) {
            this.out = out;
        }

        void told(long position) {
            if (position - said >= EACH) {
                said = position;
                out.printf("  … %,d%n", position);
            }
        }
    }

    /** The shop's parts, of which only those wake that are asked for; nobody follows the log. */
    private record Shop(AnnotationConfigApplicationContext context) implements AutoCloseable {
        static Shop asleep(PlatformOptions options) {
            var context = new AnnotationConfigApplicationContext();
            context.getBeanFactory().registerSingleton("platformOptions", options);
            context.register(ShopWiring.class);
            context.addBeanFactoryPostProcessor(factory -> {
                for (String name : factory.getBeanDefinitionNames()) {
                    factory.getBeanDefinition(name).setLazyInit(true);
                }
            });
            context.refresh();
            return new Shop(context);
        }

        <T> T of(Class<T> type) {
            return context.getBean(type);
        }

        /** What only takes away from tables of others has nothing to rebuild. */
        List<Projection> views() {
            return context.getBeansOfType(Projection.class).values().stream()
                    .filter(view -> !view.tables().isEmpty())
                    .sorted(Comparator.comparing(Projection::name))
                    .toList();
        }

        Projection view(String name) {
            return views().stream()
                    .filter(view -> view.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new WrongUse(
                                    "there is no view '%s': ./shopkeeper replay --list names them all"
                                            .formatted(name)));
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
