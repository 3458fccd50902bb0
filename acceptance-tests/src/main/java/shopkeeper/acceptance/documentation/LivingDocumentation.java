package shopkeeper.acceptance.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import shopkeeper.acceptance.specs.Spec;
import shopkeeper.acceptance.specs.StepCatalog;
import shopkeeper.acceptance.specs.Summary;
import shopkeeper.acceptance.specs.Trials;

/** A folder of pages that any browser opens; nothing in them runs, and nothing is fetched. */
public final class LivingDocumentation {
    private final Path folder;

    public LivingDocumentation(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * @param run when it was made, and of which version
     * @param screenshots a folder of pictures; it need not exist
     * @return the page to begin with
     */
    public Path write(
            List<Spec> specs, Trials trials, StepCatalog catalog, String run, Path screenshots) {
        var signs = new Signs(trials);
        try {
            clear();
            try (var style = LivingDocumentation.class.getResourceAsStream("style.css")) {
                Files.write(
                        folder.resolve("style.css"), Objects.requireNonNull(style).readAllBytes());
            }
            for (Spec spec : specs) {
                page(FeaturePage.name(spec), new FeaturePage(spec, signs).html());
            }
            page("channels.html", ChannelsPage.html(specs, signs));
            page("steps.html", StepsPage.html(catalog));
            page("screenshots.html", screenshots(screenshots));
            var summary = Summary.of(specs, trials).words();
            page("index.html", new IndexPage(specs, signs).html(summary, run));
            return folder.resolve("index.html");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the documentation to " + folder, e);
        }
    }

    /** Pages of features that are gone must not stay. */
    private void clear() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path old : files.filter(LivingDocumentation::isOurs).toList()) {
                Files.delete(old);
            }
        }
    }

    private static boolean isOurs(Path file) {
        return file.toString().endsWith(".html") || file.toString().endsWith(".png");
    }

    private String screenshots(Path from) throws IOException {
        var page = new StringBuilder("<h1>Screenshots</h1>");
        if (!Files.isDirectory(from)) {
            page.append(
                    "<p>None were made in this run: they come from the tests of the pages.</p>");
            return Html.page("Screenshots", "screenshots.html", page.toString());
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path picture :
                    files.filter(file -> file.toString().endsWith(".png")).sorted().toList()) {
                var name = picture.getName(picture.getNameCount() - 1).toString();
                Files.copy(picture, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                var words = Html.text(name.replace(".png", "").replace('-', ' ').replace('_', ' '));
                page.append(
                        "<figure><img src=\"%s\" alt=\"%s\" loading=\"lazy\"><figcaption>%s</figcaption></figure>"
                                .formatted(Html.text(name), words, words));
            }
        }
        return Html.page("Screenshots", "screenshots.html", page.toString());
    }

    private void page(String name, String html) throws IOException {
        Files.writeString(folder.resolve(name), html, UTF_8);
    }
}
