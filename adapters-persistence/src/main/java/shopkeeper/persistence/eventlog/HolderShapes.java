package shopkeeper.persistence.eventlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Personal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The shapes of what holds other values. */
final class HolderShapes {
    private HolderShapes() {}

    /** A value or null. */
    record Maybe(Shape inner) implements Shape {
        @Override
        public void write(JsonGenerator out, Object value) {
            Shape.writeOrNull(inner, out, ((Optional<?>) value).orElse(null));
        }

        @Override
        public Object read(JsonParser in) {
            return in.currentToken() == JsonToken.VALUE_NULL
                    ? Optional.empty()
                    : Optional.ofNullable(inner.read(in));
        }

        @Override
        public Object absent(String name) {
            return Optional.empty();
        }
    }

    /** {@code {"known": value}} or {@code {"erased": true}}. */
    record AboutAPerson(Shape inner) implements Shape {
        @Override
        public void write(JsonGenerator out, Object value) {
            out.writeStartObject();
            switch ((Personal<?>) value) {
                case Personal.Known<?>(var known) -> {
                    out.writeName("known");
                    inner.write(out, known);
                }
                case Personal.Erased<?>() -> out.writeBooleanProperty("erased", true);
            }
            out.writeEndObject();
        }

        @Override
        public Object read(JsonParser in) {
            String which = in.currentToken() == JsonToken.START_OBJECT ? in.nextName() : null;
            in.nextToken();
            Object read =
                    switch (which) {
                        case "known" -> Personal.known(inner.read(in));
                        case "erased" -> Personal.erased();
                        case null, default ->
                                throw new UnreadableFact(
                                        "personal data is neither 'known' nor 'erased'");
                    };
            if (in.nextToken() != JsonToken.END_OBJECT) {
                throw new UnreadableFact("personal data holds more than 'known' or 'erased'");
            }
            return read;
        }
    }

    /** A list in its own order, or a set. */
    record Many(Shape inner, boolean set) implements Shape {
        @Override
        public void write(JsonGenerator out, Object value) {
            out.writeStartArray();
            for (Object element : inStableOrder((Collection<?>) value)) {
                inner.write(out, element);
            }
            out.writeEndArray();
        }

        /** A copied set has another order in each process; what is stored must not. */
        private Collection<?> inStableOrder(Collection<?> elements) {
            return set && inner instanceof ScalarShape<?> scalar
                    ? elements.stream().sorted(Comparator.comparing(scalar::keyOf)).toList()
                    : elements;
        }

        @Override
        public Object read(JsonParser in) {
            if (in.currentToken() != JsonToken.START_ARRAY) {
                throw new UnreadableFact("not a list but " + in.currentToken());
            }
            List<@Nullable Object> elements = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                elements.add(inner.read(in));
            }
            return set
                    ? Collections.unmodifiableSet(new LinkedHashSet<>(elements))
                    : Collections.unmodifiableList(elements);
        }
    }

    /** A map whose keys are texts. */
    record Table(ScalarShape<?> key, Shape inner) implements Shape {
        @Override
        public void write(JsonGenerator out, Object value) {
            out.writeStartObject();
            Map<String, Object> inStableOrder = new TreeMap<>();
            ((Map<?, ?>) value)
                    .forEach((name, element) -> inStableOrder.put(key.keyOf(name), element));
            inStableOrder.forEach((name, element) -> {
                out.writeName(name);
                inner.write(out, element);
            });
            out.writeEndObject();
        }

        @Override
        public Object read(JsonParser in) {
            Map<Object, @Nullable Object> elements = new LinkedHashMap<>();
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                Object name = key.fromKey(in.currentName());
                in.nextToken();
                elements.put(name, inner.read(in));
            }
            return Collections.unmodifiableMap(elements);
        }
    }
}
