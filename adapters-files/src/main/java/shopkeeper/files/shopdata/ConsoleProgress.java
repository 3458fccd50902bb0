package shopkeeper.files.shopdata;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** A bar with rows per second and time left, drawn over itself where that is possible. */
final class ConsoleProgress implements Progress {
    private static final int WIDTH = 24;
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ON_PAPER = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final InstantSource clock;
    private String phase = "";
    private Instant began = Instant.EPOCH;
    private Instant shown = Instant.EPOCH;
    private long before;

    ConsoleProgress(PrintStream out, boolean terminal, InstantSource clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public void at(long rowsDone, long rowsTotal, String nowPhase) {
        boolean last = rowsTotal > 0 && rowsDone >= rowsTotal;
        Instant now = clock.instant();
        if (!phase.equals(nowPhase)) {
            phase = nowPhase;
            began = now;
            shown = now;
            before = rowsDone;
        }
        if (last || !now.isBefore(shown.plus(terminal ? ON_TERMINAL : ON_PAPER))) {
            shown = now;
            show(line(rowsDone, rowsTotal, Duration.between(began, now)), last);
        }
    }

    @Override
    public void note(String line) {
        out.println("  " + line);
    }

    private void show(String line, boolean last) {
        if (!terminal) {
            out.println(line);
            return;
        }
        // Blanks behind it, since the line before may have been longer.
        out.print("\r" + line + "      ");
        if (last) {
            out.println();
        }
        out.flush();
    }

    private String line(long done, long total, Duration took) {
        double seconds = Math.max(took.toMillis(), 1) / 1000.0;
        double perSecond = (done - before) / seconds;
        if (total <= 0) {
            return String.format(Locale.ROOT, "%-10s %,9d  %,.0f rows/s", phase, done, perSecond);
        }
        int full = (int) (WIDTH * Math.min(done, total) / total);
        return String.format(
                Locale.ROOT,
                "%-10s [%s%s] %3d%%  %,d of %,d  %,.0f rows/s  %s",
                phase,
                "#".repeat(full),
                " ".repeat(WIDTH - full),
                100 * Math.min(done, total) / total,
                done,
                total,
                perSecond,
                left(done, total, perSecond, seconds));
    }

    private static String left(long done, long total, double perSecond, double seconds) {
        if (done >= total) {
            return clock(Math.round(seconds)) + " in all";
        }
        return perSecond > 0 ? clock(Math.round((total - done) / perSecond)) + " left" : "";
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
