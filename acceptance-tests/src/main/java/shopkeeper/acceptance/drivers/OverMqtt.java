package shopkeeper.acceptance.drivers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import shopkeeper.domain.kernel.StoreId;
import tools.jackson.databind.JsonNode;

/** As a till does it over MQTT 5: each message is answered to its response topic. */
public final class OverMqtt extends TillDriver {
    private final BlockingQueue<Mqtt5Publish> replies = new LinkedBlockingQueue<>();
    private final Mqtt5AsyncClient client;

    public OverMqtt(
            Address address,
            String key,
            StoreId store,
            InstantSource clock,
            Seen seen,
            ChannelDriver web) {
        super(store, clock, seen, web);
        var user = "till:" + store + ":1";
        client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .serverHost(address.host())
                        .serverPort(address.port())
                        .identifier(user)
                        .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, replies::add);
        try {
            var _ =
                    client.connectWith()
                            .simpleAuth()
                            .username(user)
                            .password(key.getBytes(UTF_8))
                            .applySimpleAuth()
                            .send()
                            .get(10, TimeUnit.SECONDS);
            var _ =
                    client.subscribeWith()
                            .topicFilter(topic("answers"))
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .send()
                            .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the till cannot connect to " + address, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public Way way() {
        return Way.MQTT;
    }

    @Override
    public void close() {
        if (client.getState().isConnected()) {
            client.toBlocking().disconnect();
        }
    }

    @Override
    JsonNode carry(String address, String id, String event) {
        var message =
                Mqtt5Publish.builder()
                        .topic(topic(address))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(event.getBytes(UTF_8))
                        .contentType(CONTENT_TYPE)
                        .responseTopic(topic("answers"))
                        .correlationData(id.getBytes(UTF_8))
                        .build();
        try {
            var _ = client.publish(message).get(10, TimeUnit.SECONDS);
            var reply =
                    Optional.ofNullable(replies.poll(20, TimeUnit.SECONDS))
                            .orElseThrow(() -> new IllegalStateException("no answer to " + event));
            var about = reply.getCorrelationData().map(data -> UTF_8.decode(data).toString());
            if (!about.equals(Optional.of(id))) {
                throw new IllegalStateException("this answers something else: " + event);
            }
            return JSON.readTree(reply.getPayloadAsBytes());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take " + event, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private String topic(String address) {
        return "stores/" + store() + "/tills/1/" + address.replace('.', '/');
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted at the till", e);
    }
}
