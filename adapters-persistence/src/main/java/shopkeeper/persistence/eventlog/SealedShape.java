package shopkeeper.persistence.eventlog;

import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A sealed type: the components of one of its records, and first of all which one it is. */
record SealedShape(Class<?> type, Map<Class<?>, String> names, Map<String, RecordShape> forms)
        implements Shape {
    private static final String IS = "is";

    @Override
    public void write(JsonGenerator out, Object value) {
        String name = names.get(value.getClass());
        RecordShape form = name == null ? null : forms.get(name);
        if (form == null) {
            throw new IllegalStateException(value.getClass() + " is no form of " + type);
        }
        out.writeStartObject();
        out.writeStringProperty(IS, name);
        form.writeComponents(out, value);
        out.writeEndObject();
    }

    @Override
    public Object read(JsonParser in) {
        if (in.currentToken() != JsonToken.START_OBJECT || !IS.equals(in.nextName())) {
            throw new UnreadableFact("a " + type.getSimpleName() + " must begin with '" + IS + "'");
        }
        in.nextToken();
        RecordShape form = forms.get(in.getString());
        if (form == null) {
            throw new UnreadableFact(
                    "unknown form of " + type.getSimpleName() + ": " + in.getString());
        }
        in.nextToken();
        return form.readComponents(in);
    }
}
