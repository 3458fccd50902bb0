package shopkeeper.persistence.eventlog;

import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** One JSON scalar; as a text also the key of a map. */
record ScalarShape<T>(
        Class<T> type,
        BiConsumer<JsonGenerator, T> writer,
        Function<JsonParser, T> reader,
        Key<T> key)
        implements Shape {

    /** How the value is written where only a text may stand. */
    record Key<T>(Function<T, String> write, Function<String, T> read) {}

    static <T> ScalarShape<T> text(
            Class<T> type, Function<T, String> write, Function<String, T> read) {
        return new ScalarShape<>(
                type,
                (out, value) -> out.writeString(write.apply(value)),
                in -> read.apply(in.getString()),
                new Key<>(write, read));
    }

    static <T> ScalarShape<T> number(
            Class<T> type,
            BiConsumer<JsonGenerator, T> writer,
            Function<JsonParser, T> reader,
            Function<String, T> read) {
        return new ScalarShape<>(type, writer, reader, new Key<>(Object::toString, read));
    }

    @Override
    public void write(JsonGenerator out, Object value) {
        writer.accept(out, type.cast(value));
    }

    @Override
    public Object read(JsonParser in) {
        return reader.apply(in);
    }

    String keyOf(Object value) {
        return key.write.apply(type.cast(value));
    }

    Object fromKey(String text) {
        return key.read.apply(text);
    }
}
