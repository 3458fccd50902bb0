package shopkeeper.acceptance.specs;

import java.io.Serial;

/** The command cannot be understood; the words say what to write instead. */
final class WrongUse extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    WrongUse(String words) {
        super(words);
    }
}
