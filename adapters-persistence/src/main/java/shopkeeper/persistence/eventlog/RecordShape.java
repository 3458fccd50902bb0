package shopkeeper.persistence.eventlog;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.BinaryNameMatcher;
import tools.jackson.core.sym.PropertyNameMatcher;

/** A record by its components: no more and no fewer, or the fact is not readable. */
final class RecordShape implements Shape {
    private final Class<?> type;
    private final Constructor<?> constructor;
    private final String[] names;
    private final Method[] accessors;
    private final BinaryNameMatcher matcher;
    private final Shape[] shapes;

    private RecordShape(Class<?> type, RecordComponent[] components) throws NoSuchMethodException {
        this.type = type;
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        names = Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
        accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        for (int i = 0; i < names.length; i++) {
            accessors[i].setAccessible(true);
        }
        matcher = BinaryNameMatcher.construct(Arrays.asList(names));
        shapes = new Shape[names.length];
    }

    /** The components' shapes come later, so that a record may hold itself. */
    static RecordShape of(Class<?> type) {
        try {
            return new RecordShape(type, type.getRecordComponents());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has its canonical constructor", e);
        }
    }

    void complete(Function<RecordComponent, Shape> shapeOf) {
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            shapes[i] = shapeOf.apply(components[i]);
        }
    }

    @Override
    public void write(JsonGenerator out, Object value) {
        out.writeStartObject();
        writeComponents(out, value);
        out.writeEndObject();
    }

    void writeComponents(JsonGenerator out, Object value) {
        for (int i = 0; i < names.length; i++) {
            out.writeName(names[i]);
            Shape.writeOrNull(shapes[i], out, component(value, i));
        }
    }

    @Override
    public Object read(JsonParser in) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableFact(
                    type.getSimpleName() + " is not an object but " + in.currentToken());
        }
        in.nextToken();
        return readComponents(in);
    }

    /** The parser stands on a component's name or on the end of the object. */
    Object readComponents(JsonParser in) {
        @Nullable Object[] values = new @Nullable Object[names.length];
        boolean[] found = new boolean[names.length];
        int i = in.currentNameMatch(matcher);
        while (i != PropertyNameMatcher.MATCH_END_OBJECT) {
            if (i < 0) {
                throw new UnreadableFact(
                        type.getSimpleName() + " has no '" + in.currentName() + "'");
            }
            in.nextToken();
            values[i] = readOrNull(shapes[i], in);
            found[i] = true;
            i = in.nextNameMatch(matcher);
        }
        for (int missing = 0; missing < names.length; missing++) {
            if (!found[missing]) {
                values[missing] = shapes[missing].absent(names[missing]);
            }
        }
        return construct(values);
    }

    private static @Nullable Object readOrNull(Shape shape, JsonParser in) {
        boolean absent =
                in.currentToken() == JsonToken.VALUE_NULL && !(shape instanceof HolderShapes.Maybe);
        return absent ? null : shape.read(in);
    }

    private @Nullable Object component(Object value, int i) {
        try {
            return accessors[i].invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + names[i] + " of " + type.getName(), e);
        }
    }

    private Object construct(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException | IllegalArgumentException e) {
            throw new UnreadableFact(
                    "no " + type.getSimpleName() + " can be made of what is stored", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }
}
