package shopkeeper.messaging.broker;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.server.ActiveMQComponent;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * MQTT with a limit on what is read at all: Artemis would take packets of 256 MB into memory before
 * it looks at their size, even from a client that has not said who it is.
 */
@SuppressWarnings("rawtypes")
final class SmallPackets implements ProtocolManagerFactory<MQTTInterceptor> {
    /** A little more than what is told to clients, so that those just above it are told why. */
    private static final int LARGEST = Gatekeeper.FAR_TOO_LARGE + (64 << 10);

    private final ProtocolManagerFactory<?> mqtt =
            ServiceLoader.load(ProtocolManagerFactory.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(one -> List.of(one.getProtocols()).contains(BrokerSettings.MQTT))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the broker speaks no MQTT"));

    @Override
    public ProtocolManager createProtocolManager(
            ActiveMQServer server,
            @Nullable Map<String, Object> parameters,
            List<BaseInterceptor> incoming,
            List<BaseInterceptor> outgoing)
            throws Exception {
        var manager = mqtt.createProtocolManager(server, parameters, incoming, outgoing);
        return (ProtocolManager)
                Proxy.newProxyInstance(
                        ProtocolManager.class.getClassLoader(),
                        new Class<?>[] {ProtocolManager.class},
                        (_, method, arguments) -> {
                            try {
                                var result = method.invoke(manager, arguments);
                                if (method.getName().equals("addChannelHandlers")) {
                                    limit((ChannelPipeline) arguments[0]);
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static void limit(ChannelPipeline pipeline) {
        pipeline.replace(MqttDecoder.class, "small-packets", new MqttDecoder(LARGEST));
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<MQTTInterceptor> filterInterceptors(List<BaseInterceptor> interceptors) {
        return (List<MQTTInterceptor>) mqtt.filterInterceptors(interceptors);
    }

    @Override
    public String[] getProtocols() {
        return mqtt.getProtocols();
    }

    @Override
    public String getModuleName() {
        return mqtt.getModuleName();
    }

    @Override
    public void loadProtocolServices(ActiveMQServer server, List<ActiveMQComponent> services) {
        mqtt.loadProtocolServices(server, services);
    }

    @Override
    public void updateProtocolServices(ActiveMQServer server, List<ActiveMQComponent> services)
            throws Exception {
        mqtt.updateProtocolServices(server, services);
    }
}
