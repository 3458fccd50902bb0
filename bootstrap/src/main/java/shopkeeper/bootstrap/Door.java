package shopkeeper.bootstrap;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * A port on which the platform is reached.
 *
 * @param what HTTP, AMQP or MQTT
 * @param option how another port is chosen on the command line
 */
record Door(String what, String host, int port, String option) {
    static Door http(String host, int port) {
        return new Door("HTTP", host, port, "--port");
    }

    static Door amqp(String host, int port) {
        return new Door("AMQP", host, port, "--amqp-port");
    }

    static Door mqtt(String host, int port) {
        return new Door("MQTT", host, port, "--mqtt-port");
    }

    boolean isFree() {
        try {
            demandFree();
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    /** Asked before anything is started, so that nothing has to be stopped. */
    void demandFree() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (BindException e) {
            throw new IllegalStateException(
                    isTaken(e)
                            ? "port %d for %s is in use: stop what listens there, or choose another with %s"
                                    .formatted(port, what, option)
                            : "cannot listen on %s:%d for %s (%s): choose another port with %s, or address with SHOPKEEPER_HOST"
                                    .formatted(host, port, what, e.getMessage(), option),
                    e);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(
                    "there is no address '"
                            + host
                            + "' on this machine: set SHOPKEEPER_HOST to one",
                    e);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot listen on %s:%d for %s: %s".formatted(host, port, what, e.getMessage()),
                    e);
        }
    }

    private static boolean isTaken(BindException e) {
        return String.valueOf(e.getMessage()).startsWith("Address already in use");
    }
}
