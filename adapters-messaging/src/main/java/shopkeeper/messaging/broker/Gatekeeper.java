package shopkeeper.messaging.broker;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** Writes on each message which client brought it, and turns away what is far too large. */
final class Gatekeeper implements ActiveMQServerPlugin {
    static final String BROUGHT_BY = "x-opt-shopkeeper-client";
    private static final SimpleString ANNOTATION = SimpleString.of(BROUGHT_BY);
    private static final long FAR_TOO_LARGE = 2L << 20;

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
        if (Addresses.INBOUND.contains(message.getAddress())) {
            message.setAnnotation(ANNOTATION, broughtBy(session));
            message.reencode();
        }
    }

    @Override
    public void afterDestroyQueue(
            Queue queue,
            SimpleString address,
            @Nullable SecurityAuth session,
            boolean checkConsumerCount,
            boolean removeConsumers,
            boolean autoDeleteAddress) {
        doorkeeper.forget(address.toString());
        doorkeeper.forget(queue.getName().toString());
        doorkeeper.forget(address + "::" + queue.getName());
    }

    private static String broughtBy(ServerSession session) {
        var subject = session.getRemotingConnection().getSubject();
        return subject == null ? "" : Visitor.in(subject).map(Visitor::name).orElse("");
    }
}
