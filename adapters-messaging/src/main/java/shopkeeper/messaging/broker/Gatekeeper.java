package shopkeeper.messaging.broker;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes on each message which client brought it, turns away what is far too large, and shows a
 * till only the outcomes of its own messages.
 */
final class Gatekeeper implements ActiveMQServerPlugin {
    private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);

    static final String BROUGHT_BY = "x-opt-shopkeeper-client";
    static final int FAR_TOO_LARGE = 2 << 20;
    private static final SimpleString ANNOTATION = SimpleString.of(BROUGHT_BY);

    /** What becomes the same annotation where a message of another protocol is read over AMQP. */
    private static final SimpleString PROPERTY = SimpleString.of("JMS_AMQP_MA_" + BROUGHT_BY);

    private final Doorkeeper doorkeeper;

    Gatekeeper(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    @Override
    public void beforeSend(
            ServerSession session,
            @Nullable Transaction tx,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue)
            throws ActiveMQException {
        if (message.getWholeMessageSize() > FAR_TOO_LARGE) {
            throw new ActiveMQException(
                    "a message may have 1 MiB", ActiveMQExceptionType.ILLEGAL_STATE);
        }
        if (isToBeKeptForLater(message)) {
            throw new ActiveMQSecurityException(
                    "nothing is retained here: send it without the retain flag");
        }
        String address = message.getAddress();
        if (address != null && isInbound(address)) {
            // At an address of its own a till speaks for itself, whoever carries the message there.
            String client =
                    TillArea.around(address).map(TillArea::client).orElse(broughtBy(session));
            forgetForeignReplyTo(client, message);
            write(client, message);
        }
    }

    /** Its outcome is told all the same, only not where others wait for theirs. */
    private void forgetForeignReplyTo(String client, Message message) {
        var replyTo = message.getReplyTo();
        if (replyTo != null && !doorkeeper.mayBeAnswered(client, replyTo.toString())) {
            LOG.info("{} wants an answer at an address that is not its own: not sent", client);
            message.setReplyTo(null);
        }
    }

    /** The selector of a till's own queue at the outcomes of all. */
    @Override
    public void beforeCreateQueue(QueueConfiguration queue) {
        if (!SimpleString.of(Addresses.OUTCOMES).equals(queue.getAddress())) {
            return;
        }
        doorkeeper
                .owners()
                .of(queue.getAddress() + Owners.QUEUE + queue.getName())
                .flatMap(TillArea::ofClient)
                .ifPresent(area -> {
                    String own = Post.TILL + " = '" + area.client() + "'";
                    var asked = queue.getFilterString();
                    queue.setFilterString(
                            asked == null ? own : "(" + asked + ") AND (" + own + ")");
                });
    }

    @Override
    public void afterDestroyQueue(
            Queue queue,
            SimpleString address,
            @Nullable SecurityAuth session,
            boolean checkConsumerCount,
            boolean removeConsumers,
            boolean autoDeleteAddress) {
        var owners = doorkeeper.owners();
        owners.forget(address.toString());
        owners.forget(queue.getName().toString());
        owners.forget(address + Owners.QUEUE + queue.getName());
    }

    private static boolean isInbound(String address) {
        return Addresses.INBOUND.contains(address)
                || TillArea.around(address)
                        .filter(area -> Addresses.INBOUND.contains(area.word(address)))
                        .isPresent();
    }

    /** A receipt that the broker retains would stand there for ever, and be shown to newcomers. */
    private static boolean isToBeKeptForLater(Message message) {
        return message instanceof ICoreMessage core
                && core.containsProperty(MQTTUtil.MQTT_MESSAGE_RETAIN_KEY)
                && core.getBooleanProperty(MQTTUtil.MQTT_MESSAGE_RETAIN_KEY);
    }

    private static void write(String client, Message message) {
        if (message instanceof ICoreMessage core) {
            core.putStringProperty(PROPERTY, SimpleString.of(client));
        } else {
            message.setAnnotation(ANNOTATION, client);
        }
        message.reencode();
    }

    private static String broughtBy(ServerSession session) {
        var subject = session.getRemotingConnection().getSubject();
        return subject == null ? "" : Visitor.in(subject).map(Visitor::name).orElse("");
    }
}
