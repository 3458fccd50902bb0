package shopkeeper.acceptance.drivers;

import java.io.Serial;
import org.opentest4j.TestAbortedException;

/** Why something cannot be tried here: its scenario is skipped with these words, never green. */
public final class NotHere extends TestAbortedException {
    @Serial private static final long serialVersionUID = 1;

    public NotHere(String why) {
        super(why);
    }
}
