package shopkeeper.acceptance.drivers;

/** Where tills connect. */
public record Address(String host, int port) {
    public static Address here(int port) {
        return new Address("127.0.0.1", port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
