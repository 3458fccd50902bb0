package shopkeeper.messaging.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTReasonCodes;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.access.Client;

/**
 * Hangs up on whoever asks MQTT for another client's session, a queue by its name, or topics that
 * are not theirs. Such a subscription must not reach Artemis: it finds the queue first, asks the
 * doorkeeper then, and when he says no it deletes the queue with all that waits in it.
 */
final class TopicGuard implements MQTTInterceptor {
    private static final String SHARED = "$share/";

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        return switch (packet) {
            case MqttConnectMessage connect -> mayConnect(connect, connection);
            case MqttPublishMessage publish -> isPlain(publish.variableHeader().topicName());
            case MqttSubscribeMessage subscribe ->
                    subscribe.payload().topicSubscriptions().stream()
                                    .allMatch(one -> mayFollow(one.topicFilter(), connection))
                            || hangsUp(connection);
            case MqttUnsubscribeMessage unsubscribe ->
                    topics(unsubscribe).stream().allMatch(TopicGuard::isPlain);
            default -> true;
        };
    }

    /** A session is found by its id, so that each client has ids of its own. */
    private static boolean mayConnect(MqttConnectMessage connect, RemotingConnection connection) {
        String user = connect.payload().userName();
        String id = connect.payload().clientIdentifier();
        if (isPlain(connect.payload().willTopic())
                && (id == null || id.isEmpty() || Owners.bears(user == null ? "" : user, id))) {
            return true;
        }
        boolean isNew = connect.variableHeader().version() >= MqttVersion.MQTT_5.protocolLevel();
        var answer =
                MqttMessageBuilders.connAck()
                        .returnCode(
                                isNew
                                        ? MqttConnectReturnCode
                                                .CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID
                                        : MqttConnectReturnCode
                                                .CONNECTION_REFUSED_IDENTIFIER_REJECTED)
                        .build();
        say(answer, connection);
        return false;
    }

    private static boolean mayFollow(String filter, RemotingConnection connection) {
        String topic =
                filter.startsWith(SHARED)
                        ? filter.substring(filter.indexOf('/', SHARED.length()) + 1)
                        : filter;
        return isPlain(filter)
                && Optional.ofNullable(connection.getSubject())
                        .flatMap(Visitor::in)
                        .flatMap(Visitor::client)
                        .filter(client -> Doorkeeper.mayFollow(client, topic.replace('/', '.')))
                        .filter(client -> mayShare(client, filter))
                        .isPresent();
    }

    /** The name of a group is the beginning of its queue's name, which could be another's. */
    private static boolean mayShare(Client client, String filter) {
        return client.role() != Client.Role.FOLLOWER
                || !filter.startsWith(SHARED)
                || Owners.bears(client.name(), filter.substring(SHARED.length()));
    }

    /** An old client gets no reason: its protocol has none. */
    private static boolean hangsUp(RemotingConnection connection) {
        if (connection.getProtocolName().endsWith("5")) {
            var why =
                    MqttMessageBuilders.disconnect()
                            .reasonCode(MQTTReasonCodes.NOT_AUTHORIZED)
                            .build();
            say(why, connection);
        }
        return false;
    }

    private static boolean isPlain(@Nullable String topic) {
        return topic == null || !topic.contains("::");
    }

    private static List<String> topics(MqttUnsubscribeMessage message) {
        return message.payload().topics();
    }

    private static void say(MqttMessage packet, RemotingConnection connection) {
        if (connection.getTransportConnection() instanceof NettyConnection netty) {
            var _ = netty.getChannel().writeAndFlush(packet);
        }
    }
}
