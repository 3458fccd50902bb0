package shopkeeper.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * The figures under load: an imported shop, questions at fixed rates, and what they cost. See
 * {@code docs/benchmarks.md} for the command.
 */
public final class Load {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private final PrintStream out;
    private final Path program;
    private final Path data;
    private List<String> customers;
    private final List<String> wanted;
    private boolean profiled;

    private Load(
            PrintStream out, Path program, Path data, List<String> customers, List<String> wanted) {
        this.out = out;
        this.program = program;
        this.data = data;
        this.customers = customers;
        this.wanted = wanted;
    }

    /**
     * @param args program, data folder, Online Retail file, then what to measure (all unless said):
     *     decisions, receipts, offers, batches
     */
    public static void main(String[] args) throws Exception {
        var program = Path.of(args[0]).toAbsolutePath();
        var data = Path.of(args[1]).toAbsolutePath();
        var file = Path.of(args[2]).toAbsolutePath();
        var wanted = List.of(args).subList(3, args.length);
        if (!Files.isDirectory(data)) {
            System.out.println("importing " + file.getFileName());
            var imported =
                    new ProcessBuilder(
                                    program.toString(),
                                    "import",
                                    "--data",
                                    data.toString(),
                                    file.toString())
                            .inheritIO()
                            .start();
            if (imported.waitFor() != 0) {
                throw new IllegalStateException("the import failed");
            }
        }
        new Load(System.out, program, data, customersIn(file), wanted).run();
        System.exit(0);
    }

    private boolean wants(String what) {
        return wanted.isEmpty() || wanted.contains(what);
    }

    private void run() throws Exception {
        double bare = wants("decisions") ? bare() : 0;
        try (var shop = LoadedShop.start(program, data)) {
            out.printf(
                    "start to ready   %.1f s, %.0f MiB%n",
                    shop.child().secondsToReady(), shop.platformMiB() + shop.postgresMiB());
            var consent = new Consents(shop);
            if (wants("decisions") || wants("offers")) {
                out.println("consents         " + consent.everybodyAllows(customers));
                int all = customers.size();
                customers = Decisions.withATaste(shop, customers);
                out.printf("customers        %d, of them %d with a taste%n", all, customers.size());
            }
            if (wants("decisions")) {
                for (int rate : new int[] {500, 1000, 1500, 2000, 2500}) {
                    if (!decisions(shop, rate, bare)) {
                        break;
                    }
                }
            }
            if (wants("offers")) {
                out.println("offers           " + loop(100).run(() -> new Offers(shop, customers)));
            }
            if (wants("receipts")) {
                receipts(shop, consent);
            }
            if (wants("batches")) {
                for (int rate : new int[] {20, 50, 100}) {
                    batches(shop, rate);
                }
            }
            out.printf(
                    "memory at the end: platform with broker %.0f MiB, PostgreSQL %.0f MiB%n",
                    shop.platformMiB(), shop.postgresMiB());
        }
    }

    /** CPU seconds of a request that does nothing. */
    private double bare() throws Exception {
        int port = Child.freePort();
        var java = ProcessHandle.current().info().command().orElse("java");
        try (var child =
                Child.start(
                        data.resolveSibling("bare.log"),
                        port,
                        "/nothing",
                        List.of(
                                java,
                                "-XX:+UseSerialGC",
                                "-Xmx640m",
                                "-XX:+UseCompactObjectHeaders",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BareMvc.class.getName(),
                                Integer.toString(port)))) {
            loop(1000).run(() -> new Bare(child));
            double before = child.running().cpuSeconds();
            var result = new OpenLoop(1000, Duration.ZERO, MEASURED, 64).run(() -> new Bare(child));
            double each = (child.running().cpuSeconds() - before) / result.done();
            out.printf("bare Spring MVC  %s, CPU %.0f us%n", result, each * 1e6);
            return each;
        }
    }

    private boolean decisions(LoadedShop shop, int rate, double bare) throws Exception {
        new OpenLoop(rate, Duration.ZERO, WARM_UP, 128).run(() -> new Decisions(shop, customers));
        profile(shop);
        double before = shop.cpuSeconds();
        double platform = shop.platformCpuSeconds();
        var result =
                new OpenLoop(rate, Duration.ZERO, MEASURED, 128)
                        .run(() -> new Decisions(shop, customers));
        double each = (shop.cpuSeconds() - before) / Math.max(1, result.done());
        double own = (shop.platformCpuSeconds() - platform) / Math.max(1, result.done());
        out.printf("decisions        %s%n", result);
        out.printf(
                "                 CPU %.0f us each (platform %.0f, PostgreSQL %.0f): %.1f x bare; platform %.0f MiB, PostgreSQL %.0f MiB%n",
                each * 1e6,
                own * 1e6,
                (each - own) * 1e6,
                each / bare,
                shop.platformMiB(),
                shop.postgresMiB());
        return result.reached() > 0.95 * rate;
    }

    /** Where the time goes, for the first rate that is measured: PROFILE names the file. */
    private void profile(LoadedShop shop) throws IOException, InterruptedException {
        var file = System.getenv("PROFILE");
        if (file != null && !profiled) {
            profiled = true;
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                            Long.toString(shop.child().running().pid()),
                            "JFR.start",
                            "settings=profile",
                            "duration=%ds".formatted(MEASURED.toSeconds()),
                            "filename=" + Path.of(file).toAbsolutePath())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    private void receipts(LoadedShop shop, Consents consent) throws Exception {
        var visible = new Receipts.Visible();
        var people = consent.newCustomers(4_100);
        var result =
                loop(100).run(() -> new Receipts(shop, people, visible, 100 * WARM_UP.toSeconds()));
        out.println("receipts         accepted: " + result);
        out.println("                 visible in a web decision: " + visible);
    }

    private void batches(LoadedShop shop, int rate) throws Exception {
        for (var kind : Batches.Kind.values()) {
            var result =
                    new OpenLoop(rate, Duration.ofSeconds(3), Duration.ofSeconds(10), 64)
                            .run(() -> new Batches(shop, kind));
            out.printf(
                    "batches of %s %s: %,.0f facts/s%n",
                    kind, result, result.reached() * Batches.SIZE);
        }
    }

    private static OpenLoop loop(int perSecond) {
        return new OpenLoop(perSecond, WARM_UP, MEASURED, 64);
    }

    /** Whoever bought at least once and is known. */
    private static List<String> customersIn(Path file) throws IOException {
        var found = new TreeSet<String>();
        try (var in =
                        file.toString().endsWith(".gz")
                                ? new GZIPInputStream(Files.newInputStream(file))
                                : Files.newInputStream(file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                // The description may hold commas, the customer is the last but one field.
                var fields = line.split(",", -1);
                var customer = fields[fields.length - 2].replace(".0", "");
                if (!fields[0].startsWith("C") && customer.matches("\\d+")) {
                    found.add(customer);
                }
            }
        }
        return new ArrayList<>(found);
    }

    /** The request that does nothing. */
    private record Bare(HttpLine line) implements OpenLoop.Work {
        Bare(Child child) {
            this(new HttpLine(child.http()));
        }

        @Override
        public void once(long number) throws IOException {
            line.send("GET", "/nothing", "", "").expect(200);
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
