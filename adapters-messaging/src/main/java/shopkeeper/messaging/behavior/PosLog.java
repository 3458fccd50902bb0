package shopkeeper.messaging.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopkeeper.messaging.kernel.StrictXml;
import shopkeeper.messaging.kernel.StrictXml.Element;
import tools.jackson.databind.node.ObjectNode;

/**
 * The retail standard's XML, in the shapes 2.x and 6, put into the words of our own messages: from
 * here on a receipt is a receipt, whatever the till wrote.
 */
final class PosLog {
    /** With the slash that the standard has, without it as some write it, and without any. */
    private static final Set<String> NAMESPACES =
            Set.of(
                    "http://www.nrf-arts.org/IXRetail/namespace/",
                    "http://www.nrf-arts.org/IXRetail/namespace",
                    "");

    private PosLog() {}

    /** What one transaction tells. */
    record Told(PosKind kind, ObjectNode data) {}

    /** Sign-on, till counts and other control transactions tell nothing about customers. */
    static List<Told> read(byte[] body) {
        var told = new ArrayList<Told>();
        StrictXml.each(
                body,
                "Transaction",
                NAMESPACES,
                transaction -> {
                    if (find(transaction, "RetailTransaction").isPresent()) {
                        told.add(new PosLogTransaction(transaction).told());
                    }
                });
        return told;
    }

    static Optional<Element> find(Element element, String name) {
        return element.children().stream().filter(child -> child.name().equals(name)).findFirst();
    }
}
