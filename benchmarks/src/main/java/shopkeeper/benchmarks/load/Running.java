package shopkeeper.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A process, as the kernel accounts for it (Linux, {@code /proc}).
 *
 * @param withChildren whether what it started counts too
 */
record Running(long pid, boolean withChildren) {
    private static final double TICKS = 100;

    /** User and system time so far, also of counted children that have ended. */
    double cpuSeconds() {
        return sum(one -> {
            var fields = afterName(one);
            long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return withChildren
                    ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14])
                    : own;
        })
                / TICKS;
    }

    /** Resident memory in MiB, where what several share counts once. */
    double residentMiB() {
        return sum(one -> kilobytes(one, "smaps_rollup", "Pss:")) / 1024.0;
    }

    private long sum(ToLongFunction<ProcessHandle> of) {
        return ProcessHandle.of(pid).stream()
                .flatMap(first ->
                        withChildren
                                ? Stream.concat(Stream.of(first), first.descendants())
                                : Stream.of(first))
                .mapToLong(one -> {
                    try {
                        return of.applyAsLong(one);
                    } catch (IllegalStateException _) {
                        // It ended a moment ago.
                        return 0;
                    }
                })
                .sum();
    }

    /** The fields of {@code stat} from the third on: the second, the name, may hold blanks. */
    private static String[] afterName(ProcessHandle process) {
        var stat = read(process, "stat");
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    }

    private static long kilobytes(ProcessHandle process, String file, String name) {
        return read(process, file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException e) {
            throw new IllegalStateException("process " + process.pid() + " is gone", e);
        }
    }

    /** PostgreSQL of a data folder, which lives beside the platform. */
    static Optional<Running> postgresIn(Path data) {
        try (var files = Files.walk(data, 3)) {
            return files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .map(Running::firstLine)
                    .map(pid -> new Running(pid, true));
        } catch (IOException e) {
            throw new IllegalStateException("cannot look into " + data, e);
        }
    }

    private static Long firstLine(Path file) {
        try {
            return Long.valueOf(Files.readAllLines(file).getFirst().strip());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
