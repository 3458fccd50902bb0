package shopkeeper.persistence.eventlog;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.messaging.core.MessageType;
import tools.jackson.databind.JsonNode;

/**
 * One fact in the vocabulary: its name, its form today, and how its older forms are lifted to it.
 */
record Word(
        EventCatalog.Entry<?> entry,
        MessageType type,
        Shape shape,
        Map<Integer, UnaryOperator<JsonNode>> upcasts) {
    Word(EventCatalog.Entry<?> entry, Shape shape, Map<Integer, UnaryOperator<JsonNode>> upcasts) {
        this(
                entry,
                new MessageType(entry.name(), Integer.toString(entry.version())),
                shape,
                upcasts);
    }

    void mustReadItsPast() {
        for (int from = 1; from < entry.version(); from++) {
            if (!upcasts.containsKey(from)) {
                throw new IllegalStateException(
                        "no upcast leads from %s version %d to version %d"
                                .formatted(entry.name(), from, from + 1));
            }
        }
    }

    JsonNode upcast(int version, JsonNode stored) {
        JsonNode form = stored;
        for (int from = version; from < entry.version(); from++) {
            UnaryOperator<JsonNode> change = upcasts.get(from);
            if (change == null) {
                throw new UnreadableFact(entry.name() + " never had version " + version);
            }
            form = change.apply(form);
        }
        return form;
    }
}
