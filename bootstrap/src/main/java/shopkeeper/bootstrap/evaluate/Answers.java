package shopkeeper.bootstrap.evaluate;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import shopkeeper.files.evaluation.Ids;

/**
 * The ranked lists as a file: a user and their items, best first. Between them is a space, or a tab
 * where any name holds white space; tabs and line ends inside of names are written \t, \n and \r.
 */
record Answers(Path path, Ids items, boolean tabs) {
    static Answers of(Path path, Ids items, List<Asked> questions) {
        boolean spaced = questions.stream().anyMatch(asked -> isSpaced(asked.name()));
        for (int i = 0; i < items.size() && !spaced; i++) {
            spaced = isSpaced(items.id(i));
        }
        return new Answers(path, items, spaced);
    }

    private static boolean isSpaced(String name) {
        return name.chars().anyMatch(Answers::isSpace);
    }

    /**
     * To Java a no-break space and the next line (U+0085) are none; to those who split they are.
     */
    private static boolean isSpace(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == 0x85;
    }

    String separator() {
        return tabs ? "\t" : " ";
    }

    /** How many lines there were to write; until all of them are, the file stays as it was. */
    int write(List<Asked> questions, int[][] ranked, int top) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                // a pipe or a device is written to, not replaced
                return write(path, questions, ranked, top);
            }
            var target = Files.exists(path) ? path.toRealPath() : path;
            var draft = target.resolveSibling("." + target.getFileName() + ".draft");
            try {
                int lines = write(draft, questions, ranked, top);
                Files.move(draft, target, ATOMIC_MOVE);
                return lines;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    private int write(Path file, List<Asked> questions, int[][] ranked, int top)
            throws IOException {
        int lines = 0;
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int i = 0; i < ranked.length; i++) {
                if (questions.get(i).written()) {
                    out.write(plain(questions.get(i).name()));
                    for (int rank = 0; rank < Math.min(top, ranked[i].length); rank++) {
                        out.write(separator());
                        out.write(plain(items.id(ranked[i][rank])));
                    }
                    out.write('\n');
                    lines++;
                }
            }
        }
        return lines;
    }

    private static String plain(String name) {
        return name.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }
}
