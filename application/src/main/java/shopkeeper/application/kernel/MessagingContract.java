package shopkeeper.application.kernel;

/** What tills and followers may rely on, told by whoever speaks with them. */
@FunctionalInterface
public interface MessagingContract {
    /** An AsyncAPI 3 document as JSON. */
    String document();
}
