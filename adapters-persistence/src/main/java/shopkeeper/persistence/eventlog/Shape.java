package shopkeeper.persistence.eventlog;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** The form of one type in stored JSON. */
interface Shape {
    void write(JsonGenerator out, Object value);

    /** The parser stands on the value's first token and is left on its last. */
    Object read(JsonParser in);

    /** What a component is that the stored form does not name. */
    default Object absent(String name) {
        throw new UnreadableFact("'" + name + "' is missing");
    }

    static void writeOrNull(Shape shape, JsonGenerator out, @Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else {
            shape.write(out, value);
        }
    }
}
