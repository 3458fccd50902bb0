package shopkeeper.application.kernel;

/**
 * Others changed the same thing again and again between the look and the decision: nothing was
 * done, and the same may succeed later.
 */
public final class Contended extends Unavailable {
    private static final long serialVersionUID = 1;

    public Contended(String words) {
        super(words);
    }
}
