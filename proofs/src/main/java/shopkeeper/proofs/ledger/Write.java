package shopkeeper.proofs.ledger;

/**
 * Something the shop is asked to remember, under a key of its own.
 *
 * @param target whose consent it is, or which till's sale
 * @param pence what was sold for; 0 for a consent
 */
record Write(String key, Way way, String target, String body, int pence) {
    enum Way {
        REST,
        AMQP,
        MQTT
    }

    /** Under the same key what nobody can use. */
    Write poisoned() {
        return new Write(
                key,
                way,
                target,
                body.replaceFirst("\"choice\":\"[A-Z]+\"", "\"choice\":\"PERHAPS\"")
                        .replace("\"qty\":\"1\"", "\"qty\":\"a few\""),
                0);
    }

    /** The same key with something else to say. */
    Write contradicted() {
        return new Write(
                key,
                way,
                target,
                body.contains("GRANTED")
                        ? body.replace("GRANTED", "WITHDRAWN")
                        : body.contains("WITHDRAWN")
                                ? body.replace("WITHDRAWN", "REFUSED")
                                : body.replace("LEDGER-1", "LEDGER-2"),
                pence);
    }
}
