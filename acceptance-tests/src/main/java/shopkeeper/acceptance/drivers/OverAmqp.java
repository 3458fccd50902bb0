package shopkeeper.acceptance.drivers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import shopkeeper.domain.kernel.StoreId;
import tools.jackson.databind.JsonNode;

/** As a till does it over AMQP 1.0: each message is answered to its reply address. */
public final class OverAmqp extends TillDriver {
    private final Client client = Client.create();
    private final Connection connection;
    private final Receiver replies;

    public OverAmqp(
            Address address,
            String key,
            StoreId store,
            InstantSource clock,
            Seen seen,
            ChannelDriver web) {
        super(store, clock, seen, web);
        try {
            var options = new ConnectionOptions().user("till:" + store + ":1").password(key);
            connection = client.connect(address.host(), address.port(), options);
            replies = connection.openDynamicReceiver().openFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            client.close();
            throw new IllegalStateException("the till cannot connect to " + address, e);
        }
    }

    @Override
    public Way way() {
        return Way.AMQP;
    }

    @Override
    public void close() {
        connection.close();
        client.close();
    }

    @Override
    JsonNode carry(String address, String id, String event) {
        try (var sender = connection.openSender(address)) {
            var message =
                    Message.create(event)
                            .contentType(CONTENT_TYPE)
                            .durable(true)
                            .replyTo(replies.address())
                            .correlationId(id);
            sender.send(message).awaitSettlement(10, TimeUnit.SECONDS);
            var reply =
                    Optional.ofNullable(replies.receive(20, TimeUnit.SECONDS))
                            .orElseThrow(() -> new IllegalStateException("no answer to " + event))
                            .message();
            if (!id.equals(reply.correlationId())) {
                throw new IllegalStateException("this answers something else: " + event);
            }
            var body = reply.body();
            var text = body instanceof byte[] bytes ? new String(bytes, UTF_8) : body.toString();
            return JSON.readTree(text);
        } catch (ClientException e) {
            throw new IllegalStateException("the broker did not take " + event, e);
        }
    }
}
