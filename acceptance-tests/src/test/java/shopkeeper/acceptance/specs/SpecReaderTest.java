package shopkeeper.acceptance.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is said with its line and in a sentence. */
class SpecReaderTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '^',
            commentCharacter = '%',
            textBlock =
                    """
                    Feature: F;  Scenario: S;    Given a;  Scenaro: T;    Given b => 4 => 'Scenaro: T' is not understood; did you mean 'Scenario:'?
                    Feature: F;  Scenaro: T;    Given b => 2 => 'Scenaro: T' is not understood; did you mean 'Scenario:'?
                    Feature: F;  Scenario: S;    Givn a => 3 => 'Givn a' is not understood; did you mean 'Given'?
                    Featur: F;  Scenario: S;    Given a => 1 => 'Featur: F' is not understood; did you mean 'Feature:'?
                    # language: de;Funktionalität: F;  Szenario: S;    Angenomen a => 4 => 'Angenomen a' is not understood; did you mean 'Angenommen'?
                    # language: xx;Feature: F => 1 => this language is not known: write its two letters, such as 'de', after '# language:'
                    Feature: F;  Scenario: S;    Given a;      | 1 | 2 |;      | 3 | => 5 => the rows of this table have not the same number of cells
                    Feature: F => 1 => there is no scenario in this file
                    """)
    void a_mistake_is_explained(String text, int line, String words) throws IOException {
        var file = Files.writeString(folder.resolve("f.feature"), text.replace(";", "\n"));

        assertThat(SpecReader.read(file).getFirst().complaints())
                .contains(new Complaint(file, line, words));
    }

    @Test
    void a_description_that_only_looks_like_words_is_left_alone() throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("f.feature"),
                        """
                        Feature: F
                          The shop says: whenever somebody comes, she is greeted.
                          Scenario: S
                            The reason is plain.
                            Given a
                        """);

        assertThat(SpecReader.read(file).getFirst().complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '^',
            textBlock =
                    """
                    a,why;1,x => NONE
                    b,why;1,x => rows.csv has no column 'a'; it has: b, why
                    a,why => rows.csv needs a row with the names of its columns, and one more at least
                    a,why;1 => row 2 of rows.csv has 1 cells, its first row has 2
                    MISSING => there is no file rows.csv beside this feature
                    """)
    void a_file_of_examples_is_read_or_explained(String rows, String words) throws IOException {
        if (!rows.equals("MISSING")) {
            Files.writeString(folder.resolve("rows.csv"), rows.replace(";", "\n"));
        }
        var file =
                Files.writeString(
                        folder.resolve("f.feature"),
                        """
                        Feature: F
                          Scenario Outline: S
                            Given <a>
                            # examples: rows.csv
                            Examples:
                        """);

        var spec = SpecReader.read(file).getFirst();

        if (words.equals("NONE")) {
            assertThat(spec.complaints()).isEmpty();
            assertThat(spec.scenarios().findFirst().orElseThrow().examples().getFirst().rows())
                    .hasSize(1);
        } else {
            assertThat(spec.complaints()).extracting(Complaint::words).contains(words);
        }
    }
}
