package shopkeeper.bootstrap;

/** The command line cannot be understood: one line says what to write instead. */
final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUse(String words) {
        super(words);
    }
}
