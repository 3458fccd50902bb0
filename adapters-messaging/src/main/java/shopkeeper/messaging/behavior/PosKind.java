package shopkeeper.messaging.behavior;

import java.util.Arrays;
import shopkeeper.messaging.kernel.MalformedMessage;

/** The kinds of transactions tills tell, with what a line of them is where it does not say so. */
enum PosKind {
    COMPLETED("retail.pos.transaction.completed", "sale"),
    RETURNED("retail.pos.return.recorded", "return"),
    VOIDED("retail.pos.transaction.voided", "void"),
    REJECTED("retail.pos.transaction.rejected", "void");

    private static final String VERSION = ".v1";

    private final String type;
    private final String usualLine;

    PosKind(String type, String usualLine) {
        this.type = type;
        this.usualLine = usualLine;
    }

    String usualLine() {
        return usualLine;
    }

    String type() {
        return type + VERSION;
    }

    /**
     * @throws MalformedMessage when it is none of them, or one of a version nobody here can read
     */
    static PosKind of(String type) {
        for (PosKind kind : values()) {
            if (kind.type().equals(type)) {
                return kind;
            }
        }
        if (Arrays.stream(values()).anyMatch(kind -> type.startsWith(kind.type + ".v"))) {
            throw new MalformedMessage(
                    "unknown-version",
                    "Messages of this kind are understood in version 1; send them as .v1.");
        }
        throw new MalformedMessage(
                "unknown-type", "Messages of this type are not taken at this address.");
    }
}
