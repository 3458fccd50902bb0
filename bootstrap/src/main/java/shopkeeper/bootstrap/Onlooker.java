package shopkeeper.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** Somebody who watches the demo and says when it goes on. */
final class Onlooker {
    private final InputStream in;
    private final PrintStream out;
    private boolean gone;

    Onlooker(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** Waits for the Enter key; where nobody can press it, nobody is waited for. */
    void goesOn() {
        try {
            int key = gone ? -1 : in.read();
            while (key >= 0 && key != '\n') {
                key = in.read();
            }
            gone = key < 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot wait for the Enter key", e);
        }
    }

    /** The shop stays open until the Enter key, or until Ctrl-C. */
    void leaves() {
        out.println("The shop stays open: press Enter, or Ctrl-C, to close it.");
        goesOn();
        if (gone) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
