package shopkeeper.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium; no browser is ever downloaded. */
final class Chromium implements AutoCloseable {
    private static final List<String> ALONE =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(program).setArgs(ALONE));
    }

    /** Where there is none, the tests are skipped; in continuous integration that is a failure. */
    static Chromium open() {
        var program = program();
        if (System.getenv("CI") != null) {
            assertThat(program)
                    .as(
                            "Chromium: install it (apt-get install chromium) or set SHOPKEEPER_CHROMIUM")
                    .isPresent();
        }
        assumeTrue(
                program.isPresent(), "no Chromium: install it, or name it in SHOPKEEPER_CHROMIUM");
        return new Chromium(program.orElseThrow());
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> program() {
        var named = Optional.ofNullable(System.getenv("SHOPKEEPER_CHROMIUM")).map(Path::of);
        var onPath =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, "chromium"));
        return Stream.concat(named.stream(), onPath).filter(Files::isExecutable).findFirst();
    }
}
