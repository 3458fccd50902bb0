package shopkeeper.acceptance.specs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.GherkinDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads feature files and says in a sentence what is wrong with them. */
public final class SpecReader {
    private static final Pattern EXPECTED =
            Pattern.compile("\\((\\d+):\\d+\\): expected: (.*), got '(.*)'", Pattern.DOTALL);
    private static final Pattern PLACED =
            Pattern.compile("\\((\\d+):\\d+\\): (.*)", Pattern.DOTALL);

    private SpecReader() {}

    /** Every feature file in a folder, or the one that is named; in the order of their names. */
    public static List<Spec> read(Path place) {
        var where = place.toAbsolutePath().normalize();
        if (Files.isRegularFile(where)) {
            return List.of(file(where));
        }
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(file -> file.toString().endsWith(".feature"))
                    .sorted()
                    .map(SpecReader::file)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + where, e);
        }
    }

    private static Spec file(Path file) {
        try {
            return spec(file, Files.readString(file, UTF_8).replace("\uFEFF", ""));
        } catch (MalformedInputException e) {
            return broken(
                    file,
                    List.of(new Complaint(file, 1, "it is not text in UTF-8: save it as UTF-8")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Spec spec(Path file, String text) {
        var filled = ExampleFiles.fill(file, text);
        var complaints = new ArrayList<>(filled.complaints());
        List<Envelope> envelopes;
        try (var parsed =
                GherkinParser.builder()
                        .includeSource(false)
                        .includePickles(false)
                        .build()
                        .parse(file.toUri().toString(), filled.text().getBytes(UTF_8))) {
            envelopes = parsed.toList();
        }
        for (var envelope : envelopes) {
            envelope.getParseError()
                    .ifPresent(
                            error -> complaints.add(complaint(file, filled, error.getMessage())));
        }
        var document =
                envelopes.stream().flatMap(one -> one.getGherkinDocument().stream()).findFirst();
        if (document.flatMap(GherkinDocument::getFeature).isEmpty()) {
            if (complaints.isEmpty()) {
                complaints.add(
                        new Complaint(
                                file,
                                1,
                                "there is no feature in this file: it begins with 'Feature:' and a name"));
            }
            return broken(file, complaints);
        }
        return new SpecOutline(file, filled, document.orElseThrow()).spec(complaints);
    }

    private static Spec broken(Path file, List<Complaint> complaints) {
        return new Spec(
                file,
                capability(file),
                "",
                "en",
                file.getFileName().toString(),
                List.of(),
                List.of(),
                complaints);
    }

    static String capability(Path file) {
        int names = file.getNameCount();
        return names < 2 ? "" : file.getName(names - 2).toString();
    }

    private static Complaint complaint(Path file, ExampleFiles.Filled filled, String message) {
        var expected = EXPECTED.matcher(message);
        if (expected.matches()) {
            int line = filled.origin(Integer.parseInt(expected.group(1)));
            return new Complaint(
                    file, line, Keywords.misunderstood(filled.text(), expected.group(3)));
        }
        var placed = PLACED.matcher(message);
        if (placed.matches()) {
            int line = filled.origin(Integer.parseInt(placed.group(1)));
            return new Complaint(file, line, inWords(placed.group(2)));
        }
        return new Complaint(file, 1, message);
    }

    private static String inWords(String message) {
        if (message.startsWith("inconsistent cell count")) {
            return "the rows of this table have not the same number of cells";
        }
        if (message.startsWith("unexpected end of file")) {
            return "the file ends in the middle of something: a text between three quotes, or tags without what they belong to";
        }
        if (message.startsWith("Language not supported")) {
            return "this language is not known: write its two letters, such as 'de', after '# language:'";
        }
        return message;
    }
}
