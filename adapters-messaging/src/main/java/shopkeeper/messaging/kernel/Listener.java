package shopkeeper.messaging.kernel;

/** Understands the messages of one address. */
public interface Listener {
    /**
     * @throws MalformedMessage when the message says nothing that can be understood
     */
    Answer hear(Heard heard);
}
