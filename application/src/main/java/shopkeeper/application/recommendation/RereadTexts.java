package shopkeeper.application.recommendation;

/** Reads the texts of products again when they changed; whoever calls gives the thread. */
public interface RereadTexts {
    /**
     * Slates are made meanwhile as before.
     *
     * @return whether anything was to be read
     */
    boolean whenChanged();
}
