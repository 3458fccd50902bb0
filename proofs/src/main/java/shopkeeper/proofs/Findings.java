package shopkeeper.proofs;

import java.io.PrintStream;

/** What was found, said as it is found; one finding that is not as promised decides. */
final class Findings {
    private final PrintStream out;
    private boolean good = true;

    Findings(PrintStream out) {
        this.out = out;
    }

    void say(String words) {
        out.println(words);
        out.flush();
    }

    /** A number that the promise gives. */
    void expect(String what, long promised, long found) {
        boolean kept = promised == found;
        good &= kept;
        say(
                "  %-4s %s: %,d%s"
                        .formatted(
                                kept ? "ok" : "NOT",
                                what,
                                found,
                                kept ? "" : " instead of %,d".formatted(promised)));
    }

    void expect(String what, boolean so) {
        good &= so;
        say("  %-4s %s".formatted(so ? "ok" : "NOT", what));
    }

    boolean areGood() {
        return good;
    }

    /** The last line of each proof. */
    boolean conclude() {
        say(good ? "kept" : "BROKEN");
        return good;
    }
}
