package shopkeeper.acceptance.drivers;

import shopkeeper.domain.kernel.Channel;

/** How a scene reaches the shop. */
public enum Way {
    IN_PROCESS(Channel.SUPPORT),
    HTTP(Channel.ONLINE),
    AMQP(Channel.IN_STORE),
    MQTT(Channel.IN_STORE),
    SUPPORT(Channel.SUPPORT);

    private final Channel channel;

    Way(Channel channel) {
        this.channel = channel;
    }

    /** Where the shop is asked that way. */
    public Channel channel() {
        return channel;
    }
}
