package shopkeeper.bootstrap;

import java.io.PrintStream;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/** Starts the platform and stays until it is stopped. */
final class RunCommand {
    private final PrintStream out;

    RunCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) {
        arguments.noWords();
        var options =
                PlatformOptions.embedded(arguments.data())
                        .ports(
                                arguments.port("port", 8080),
                                arguments.port("amqp-port", 5672),
                                arguments.port("mqtt-port", 1883))
                        .fromEnvironment();
        if (arguments.has("virtual-clock")) {
            options = options.time(new VirtualClock(options.time().instant()));
        }
        open(options, arguments);
        return 0;
    }

    private void open(PlatformOptions options, Arguments arguments) {
        options.demandFreeDoors();
        long began = System.nanoTime();
        var closed = new CountDownLatch(1);
        var platform =
                ClosedAtExit.open(
                        () -> Platform.start(options),
                        () -> {
                            out.println("Shopkeeper is closed; its data stay in " + options.data());
                            closed.countDown();
                        });
        introduce(platform, arguments, (System.nanoTime() - began) / 1e9);
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void introduce(Platform platform, Arguments arguments, double seconds) {
        URI http = platform.http();
        String data =
                arguments
                        .option("data")
                        .map(folder ->
                                " --data '"
                                        + platform.options().data().toString().replace("'", "'\\''")
                                        + "'")
                        .orElse("");
        out.printf(
                """
                Shopkeeper is open after %.1f s.
                  data   %s
                  HTTP   %s
                  page   %s/   (sign in with: ./shopkeeper key agent%s)
                  AMQP   amqp://%s:%d
                %sThree things to try (in another terminal, in this folder; README.md has more):
                  curl -s %s/actuator/health
                  curl -s -u "web:$(./shopkeeper key web%s)" -H 'Content-Type: application/json' %s/v1/decisions \\
                    -d '{"channel":"ONLINE","touchpoint":"web","placements":[{"id":"home","kind":"recommendation","limit":4}]}'
                  ./shopkeeper key till:0042:07%s      # with it a till connects: docs/try-a-till.md
                %sCtrl-C stops it.
                """,
                seconds,
                platform.options().data(),
                http,
                http,
                data,
                platform.options().host(),
                platform.amqpPort(),
                mqtt(platform),
                http,
                data,
                http,
                data,
                platform.options().time() instanceof VirtualClock clock
                        ? "Its clock stands at %s until an admin key moves it: POST /v1/clock\n"
                                .formatted(clock.instant())
                        : "");
        out.flush();
    }

    /** A broker of the shop's own has its doors elsewhere. */
    private static String mqtt(Platform platform) {
        return platform.mqttPort().isPresent()
                ? "  MQTT   mqtt://%s:%d%n"
                        .formatted(platform.options().host(), platform.mqttPort().getAsInt())
                : "";
    }
}
