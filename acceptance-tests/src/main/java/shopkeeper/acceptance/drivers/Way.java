package shopkeeper.acceptance.drivers;

/** How a scene reaches the shop. */
public enum Way {
    IN_PROCESS,
    HTTP,
    AMQP,
    MQTT,
    SUPPORT
}
