package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the code can answer, the page explains. */
class ProblemsPageTest {
    private static final Pattern PROBLEM =
            Pattern.compile("\\bof\\(\\s*[0-9]{3},\\s*\"([a-z-]+)\"");
    private static final Pattern REFUSAL =
            Pattern.compile("public String code\\(\\) \\{\\s*return \"([a-z-]+)\"");

    @Test
    void every_code_is_explained() throws IOException {
        var codes = new TreeSet<String>();
        collect(Path.of("src", "main", "java"), PROBLEM, codes);
        collect(Path.of("..", "domain", "src", "main", "java"), REFUSAL, codes);
        var page = Files.readString(Path.of("..", "docs", "problems.md"));

        assertThat(codes).hasSizeGreaterThan(30);
        assertThat(codes).allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
        var served = new OnlineShop().get("/docs").answer().is(200).text();
        assertThat(codes)
                .allSatisfy(code -> assertThat(served).contains("id=\"problem-" + code + "\""));
    }

    private static void collect(Path sources, Pattern pattern, Set<String> codes)
            throws IOException {
        try (var files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var found = pattern.matcher(Files.readString(file));
                while (found.find()) {
                    codes.add(found.group(1));
                }
            }
        }
    }
}
