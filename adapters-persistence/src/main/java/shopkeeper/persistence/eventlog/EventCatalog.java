package shopkeeper.persistence.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import shopkeeper.domain.kernel.Fact;
import tools.jackson.databind.JsonNode;

/**
 * The facts of one capability as they are stored: logical name, version, tags and the form of their
 * values.
 *
 * <p>Names are for ever: a class may be renamed, a name may not. When the stored form of a fact
 * changes, its version goes up by one and an {@link #upcast} leads from the old form to the new.
 */
public final class EventCatalog {
    private final String capability;
    private final List<Entry<?>> facts = new ArrayList<>();
    private final List<Scalar<?>> scalars = new ArrayList<>();
    private final List<Variant> variants = new ArrayList<>();
    private final List<Upcast> upcasts = new ArrayList<>();

    private EventCatalog(String capability) {
        this.capability = capability;
    }

    public static EventCatalog of(String capability) {
        return new EventCatalog(capability);
    }

    /**
     * @param name begins with the capability, such as {@code consent.granted}
     * @param version from 1
     * @param tags how the fact is found again, such as {@code customer:4711}; the message's own tag
     *     comes by itself
     */
    public <F extends Fact> EventCatalog fact(
            Class<F> type, String name, int version, Function<F, Set<String>> tags) {
        if (!name.startsWith(capability + ".") || version < 1) {
            throw new IllegalArgumentException(
                    "a fact of %s is named %s.something from version 1 on, not %s version %d"
                            .formatted(capability, capability, name, version));
        }
        facts.add(new Entry<>(type, name, version, tags));
        return this;
    }

    /** A value that is stored as one text. */
    public <T> EventCatalog scalar(
            Class<T> type, Function<T, String> write, Function<String, T> read) {
        scalars.add(new Scalar<>(type, write, read));
        return this;
    }

    /**
     * One of the forms of a sealed type that stands inside a fact, under the name that is stored
     * with it.
     */
    public EventCatalog variant(Class<?> form, String name) {
        variants.add(new Variant(form, name));
        return this;
    }

    /** Leads the stored form of version {@code from} to that of the next version. */
    public EventCatalog upcast(String name, int from, UnaryOperator<JsonNode> change) {
        upcasts.add(new Upcast(name, from, change));
        return this;
    }

    String capability() {
        return capability;
    }

    List<Entry<?>> facts() {
        return facts;
    }

    List<Scalar<?>> scalars() {
        return scalars;
    }

    List<Variant> variants() {
        return variants;
    }

    List<Upcast> upcasts() {
        return upcasts;
    }

    record Entry<F extends Fact>(
            Class<F> type, String name, int version, Function<F, Set<String>> tags) {
        Set<String> tagsOf(Fact fact) {
            return tags.apply(type.cast(fact));
        }
    }

    record Scalar<T>(Class<T> type, Function<T, String> write, Function<String, T> read) {}

    record Variant(Class<?> form, String name) {}

    record Upcast(String name, int from, UnaryOperator<JsonNode> change) {}
}
