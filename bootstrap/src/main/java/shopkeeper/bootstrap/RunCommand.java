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
        var options = PlatformOptions.embedded(arguments.data())
                .ports(arguments.port("port", 8080), arguments.port("amqp-port", 5672))
                .fromEnvironment();
        long began = System.nanoTime();
        var platform = Platform.start(options);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            platform.close();
            stopped.countDown();
        }));
        introduce(platform, (System.nanoTime() - began) / 1e9);
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void introduce(Platform platform, double seconds) {
        URI http = platform.http();
        out.printf(
                """
                Shopkeeper is open after %.1f s.
                  data   %s
                  HTTP   %s
                  AMQP   amqp://%s:%d
                Three things to try (from another terminal; README.md has more):
                  curl -s %s/actuator/health
                  curl -s -u "web:$(./shopkeeper key web)" -H 'Content-Type: application/json' %s/v1/decisions \\
                    -d '{"channel":"ONLINE","touchpoint":"web","placements":[{"id":"home","kind":"recommendation","limit":4}]}'
                  ./shopkeeper key till:0042:07
                Ctrl-C stops it.
                """,
                seconds,
                platform.options().data(),
                http,
                platform.options().host(),
                platform.amqpPort(),
                http,
                http);
        out.flush();
    }
}
