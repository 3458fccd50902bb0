package shopkeeper.bootstrap;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import shopkeeper.bootstrap.evaluate.Evaluation;
import shopkeeper.bootstrap.evaluate.Task;
import shopkeeper.learning.algebra.Crew;

/** Measures our models on anybody's data. */
final class EvaluateCommand {
    private static final long USUAL_SEED = 1;

    private final PrintStream out;

    EvaluateCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) {
        arguments.noWords();
        var train = file(arguments, "train");
        var test = file(arguments, "test");
        var answers = answers(arguments, train, test);
        String word = arguments.option("task").orElse("new-items");
        var task =
                Task.of(word)
                        .orElseThrow(() ->
                                new WrongUse(
                                        "--task is new-items, next-basket or session, not '%s'"
                                                .formatted(word)));
        int top = (int) number(arguments, "top", 100, 1, 10_000);
        long seed = number(arguments, "seed", USUAL_SEED, 0, Long.MAX_VALUE);
        try (var crew = Crew.ofThisMachine()) {
            new Evaluation(task, top, seed, out)
                    .run(
                            train,
                            test,
                            answers,
                            LearnedTrainers.all(crew),
                            LearnedTrainers.ranking());
        } catch (OutOfMemoryError e) {
            throw needsMemory(train, e);
        } catch (RuntimeException e) {
            throw told(train, e);
        }
        return 0;
    }

    /** That another thread ran out of memory is wrapped in the words of whoever waited for it. */
    static RuntimeException told(Path train, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError lack) {
                return needsMemory(train, lack);
            }
        }
        return failure;
    }

    private static IllegalStateException needsMemory(Path train, OutOfMemoryError lack) {
        return new IllegalStateException(
                "%s needs more memory: set SHOPKEEPER_HEAP, such as 2g".formatted(train), lack);
    }

    private static Path file(Arguments arguments, String name) {
        var path =
                arguments
                        .option(name)
                        .map(Arguments::path)
                        .orElseThrow(() -> new WrongUse("name the file to --" + name));
        ImportCommand.demandFile(path);
        return path;
    }

    private static Path answers(Arguments arguments, Path train, Path test) {
        var path =
                arguments
                        .option("out")
                        .map(Arguments::path)
                        .orElseThrow(() ->
                                new WrongUse("name the file for the ranked items: --out FILE"));
        if (path.equals(train) || path.equals(test)) {
            throw new WrongUse("--out would write over " + path + ": name another file");
        }
        var folder = path.getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(path)) {
            throw new WrongUse("--out " + path + " cannot be written: name a file in a folder");
        }
        return path;
    }

    private static long number(Arguments arguments, String name, long usual, long from, long to) {
        return arguments
                .option(name)
                .map(text -> {
                    try {
                        long number = Long.parseLong(text);
                        if (number >= from && number <= to) {
                            return number;
                        }
                    } catch (NumberFormatException _) {
                        // said below, with the same words
                    }
                    throw new WrongUse(
                            "--%s is a number from %d to %d, not '%s'"
                                    .formatted(name, from, to, text));
                })
                .orElse(usual);
    }
}
