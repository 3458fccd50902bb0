package shopkeeper.messaging.broker;

import java.net.URI;
import org.apache.qpid.protonj2.client.ConnectionOptions;

/** Where the broker is and how the platform comes in. */
public record BrokerAccess(String host, int port, boolean tls, String user, String password) {
    private static final int AMQP = 5672;
    private static final int AMQPS = 5671;

    /**
     * @param url {@code amqp://user:password@host:port}, or {@code amqps://…}
     * @throws IllegalArgumentException when it is not that
     */
    public static BrokerAccess at(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            // Its message would show the password.
            throw wrong();
        }
        boolean tls = "amqps".equals(uri.getScheme());
        String info = uri.getUserInfo();
        if ((!tls && !"amqp".equals(uri.getScheme()))
                || uri.getHost() == null
                || info == null
                || info.indexOf(':') < 1) {
            throw wrong();
        }
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? AMQPS : AMQP;
        int colon = info.indexOf(':');
        return new BrokerAccess(
                uri.getHost(), port, tls, info.substring(0, colon), info.substring(colon + 1));
    }

    ConnectionOptions options() {
        var options =
                new ConnectionOptions()
                        .user(user)
                        .password(password)
                        .openTimeout(10_000)
                        .closeTimeout(5_000)
                        .sendTimeout(10_000)
                        .idleTimeout(30_000)
                        .sslEnabled(tls);
        options.saslOptions().addAllowedMechanism("PLAIN");
        return options;
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException(
                "the broker's URL must look like amqp://user:password@host:5672");
    }

    @Override
    public String toString() {
        return (tls ? "amqps://" : "amqp://") + user + ":…@" + host + ":" + port;
    }
}
