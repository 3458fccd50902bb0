package shopkeeper.persistence.eventlog;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Personal;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import tools.jackson.core.JsonParser;

/**
 * Finds the stored form of every type that stands in a fact; built once, complete before the first
 * fact is written.
 */
final class Shapes {
    private final Map<Type, Shape> known = new HashMap<>();
    private final Map<Class<?>, String> variants = new HashMap<>();

    Shapes(List<EventCatalog.Scalar<?>> scalars, List<EventCatalog.Variant> variants) {
        variants.forEach(variant -> this.variants.put(variant.form(), variant.name()));
        numbers();
        text(String.class, value -> value, value -> value);
        text(CustomerId.class, CustomerId::value, CustomerId::new);
        text(ProductId.class, ProductId::value, ProductId::new);
        text(StoreId.class, StoreId::value, StoreId::new);
        text(Instant.class, Instant::toString, InstantText::parse);
        text(LocalDate.class, LocalDate::toString, LocalDate::parse);
        text(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse);
        text(LocalTime.class, LocalTime::toString, LocalTime::parse);
        text(Duration.class, Duration::toString, Duration::parse);
        text(ZoneId.class, ZoneId::getId, ZoneId::of);
        text(Currency.class, Currency::getCurrencyCode, Currency::getInstance);
        text(BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new);
        text(Locale.class, Locale::toLanguageTag, Locale::forLanguageTag);
        text(UUID.class, UUID::toString, UUID::fromString);
        scalars.forEach(this::text);
    }

    Shape of(Type type) {
        Shape shape = known.get(type);
        return shape == null ? find(type) : shape;
    }

    private Shape find(Type type) {
        return switch (type) {
            case Class<?> c when c.isEnum() -> enumeration(c);
            case Class<?> c when c.isRecord() && c.getTypeParameters().length == 0 -> record(c);
            case Class<?> c when c.isSealed() && c.isInterface() -> sealed(c);
            case ParameterizedType p ->
                    holder((Class<?>) p.getRawType(), p.getActualTypeArguments());
            case WildcardType w -> of(w.getUpperBounds()[0]);
            default -> throw unknown(type);
        };
    }

    private Shape holder(Class<?> raw, Type[] arguments) {
        Shape inner = of(arguments[arguments.length - 1]);
        if (raw == Personal.class) {
            return new HolderShapes.AboutAPerson(inner);
        }
        if (raw == Optional.class) {
            return new HolderShapes.Maybe(inner);
        }
        if (raw == List.class || raw == Set.class || raw == Collection.class) {
            return new HolderShapes.Many(inner, raw == Set.class);
        }
        if (raw == Map.class && of(arguments[0]) instanceof ScalarShape<?> key) {
            return new HolderShapes.Table(key, inner);
        }
        throw unknown(raw);
    }

    private Shape record(Class<?> type) {
        RecordShape shape = RecordShape.of(type);
        known.put(type, shape);
        shape.complete(component -> of(component.getGenericType()));
        return shape;
    }

    private Shape sealed(Class<?> type) {
        Map<Class<?>, String> names = new HashMap<>();
        Map<String, RecordShape> forms = new HashMap<>();
        SealedShape shape = new SealedShape(type, names, forms);
        known.put(type, shape);
        collect(type, names, forms);
        return shape;
    }

    private void collect(
            Class<?> type, Map<Class<?>, String> names, Map<String, RecordShape> forms) {
        for (Class<?> form : type.getPermittedSubclasses()) {
            if (form.isSealed()) {
                collect(form, names, forms);
                continue;
            }
            String name = variants.get(form);
            if (name == null || !(of(form) instanceof RecordShape shape)) {
                throw new IllegalStateException(
                        "%s is a form of %s in a fact: give it a stored name with variant(%s.class, …), as a record"
                                .formatted(
                                        form.getName(),
                                        type.getSimpleName(),
                                        form.getSimpleName()));
            }
            names.put(form, name);
            if (forms.put(name, shape) != null) {
                throw new IllegalStateException(
                        "two forms of " + type.getName() + " are named " + name);
            }
        }
    }

    private Shape enumeration(Class<?> type) {
        Map<String, Enum<?>> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), (Enum<?>) constant);
        }
        Shape shape =
                ScalarShape.text(
                        Object.class,
                        value -> ((Enum<?>) value).name(),
                        name -> {
                            Enum<?> constant = constants.get(name);
                            if (constant == null) {
                                throw new UnreadableFact(
                                        "unknown " + type.getSimpleName() + ": " + name);
                            }
                            return constant;
                        });
        known.put(type, shape);
        return shape;
    }

    private void numbers() {
        var integer =
                ScalarShape.number(
                        Integer.class,
                        (out, n) -> out.writeNumber(n),
                        JsonParser::getIntValue,
                        Integer::valueOf);
        var longs =
                ScalarShape.number(
                        Long.class,
                        (out, n) -> out.writeNumber(n),
                        JsonParser::getLongValue,
                        Long::valueOf);
        var doubles =
                ScalarShape.number(
                        Double.class,
                        (out, n) -> out.writeNumber(n),
                        JsonParser::getDoubleValue,
                        Double::valueOf);
        var booleans =
                ScalarShape.number(
                        Boolean.class,
                        (out, b) -> out.writeBoolean(b),
                        JsonParser::getBooleanValue,
                        Boolean::valueOf);
        known.putAll(
                Map.of(
                        int.class,
                        integer,
                        Integer.class,
                        integer,
                        long.class,
                        longs,
                        Long.class,
                        longs));
        known.putAll(Map.of(double.class, doubles, Double.class, doubles));
        known.putAll(Map.of(boolean.class, booleans, Boolean.class, booleans));
        known.put(
                Position.class,
                ScalarShape.number(
                        Position.class,
                        (out, position) -> out.writeNumber(position.value()),
                        in -> new Position(in.getLongValue()),
                        text -> new Position(Long.parseLong(text))));
    }

    private <T> void text(EventCatalog.Scalar<T> scalar) {
        text(scalar.type(), scalar.write(), scalar.read());
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        known.put(type, ScalarShape.text(type, write, read));
    }

    private static IllegalStateException unknown(Type type) {
        return new IllegalStateException(
                type.getTypeName()
                        + " stands in a fact but has no stored form: add a scalar or variant to its catalog");
    }
}
