package shopkeeper.persistence.eventlog;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.MetadataBasedTagResolver;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Fact;
import tools.jackson.databind.JsonNode;

/** All catalogs as one: Axon knows only one resolver of names, one of tags and one converter. */
final class Vocabulary implements MessageTypeResolver, TagResolver, EventConverter {
    private final FactJson json = new FactJson();
    private final Map<Class<?>, Word> byClass = new HashMap<>();
    private final Map<String, Word> byName = new HashMap<>();
    private final Map<Class<?>, Set<QualifiedName>> namesByKind = new ConcurrentHashMap<>();
    private final Map<Class<?>, Set<String>> capabilitiesByKind = new ConcurrentHashMap<>();
    private final TagResolver messageTag = new MetadataBasedTagResolver(MessageMark.NAME);

    Vocabulary(List<EventCatalog> catalogs) {
        Shapes shapes =
                new Shapes(
                        catalogs.stream().flatMap(catalog -> catalog.scalars().stream()).toList(),
                        catalogs.stream().flatMap(catalog -> catalog.variants().stream()).toList());
        for (EventCatalog catalog : catalogs) {
            catalog.facts()
                    .forEach(entry ->
                            add(new Word(entry, shapes.of(entry.type()), new HashMap<>())));
        }
        for (EventCatalog catalog : catalogs) {
            catalog.upcasts().forEach(this::add);
        }
        byName.values().forEach(Word::mustReadItsPast);
    }

    private void add(Word word) {
        if (byClass.put(word.entry().type(), word) != null
                || byName.put(word.entry().name(), word) != null) {
            throw new IllegalStateException(
                    "%s or its name %s stands twice in the catalogs"
                            .formatted(word.entry().type().getName(), word.entry().name()));
        }
    }

    private void add(EventCatalog.Upcast upcast) {
        Word word = byName.get(upcast.name());
        if (word == null || upcast.from() >= word.entry().version()) {
            throw new IllegalStateException(
                    "an upcast leads nowhere: " + upcast.name() + " version " + upcast.from());
        }
        word.upcasts().put(upcast.from(), upcast.change());
    }

    /** The logical names of all facts of this kind. */
    Set<QualifiedName> namesOf(Class<? extends Fact> kind) {
        return namesByKind.computeIfAbsent(
                kind,
                k -> {
                    Set<QualifiedName> names =
                            byClass.values().stream()
                                    .filter(word -> k.isAssignableFrom(word.entry().type()))
                                    .map(word -> word.type().qualifiedName())
                                    .collect(Collectors.toUnmodifiableSet());
                    if (names.isEmpty()) {
                        throw new IllegalStateException(
                                "no catalog names a fact of " + k.getName());
                    }
                    return names;
                });
    }

    /**
     * Whether a stored fact of this name is of this kind.
     *
     * @throws UnreadableFact when nobody here knows the name, and it may be of this kind
     */
    boolean isOf(Class<? extends Fact> kind, String name) {
        Word word = byName.get(name);
        if (word != null) {
            return kind.isAssignableFrom(word.entry().type());
        }
        if (capabilitiesOf(kind).contains(capability(name))) {
            throw unknown(name);
        }
        return false;
    }

    private Set<String> capabilitiesOf(Class<? extends Fact> kind) {
        return capabilitiesByKind.computeIfAbsent(
                kind,
                k ->
                        namesOf(kind).stream()
                                .map(name -> capability(name.name()))
                                .collect(Collectors.toUnmodifiableSet()));
    }

    private static String capability(String name) {
        return name.substring(0, Math.max(0, name.indexOf('.')));
    }

    private static UnreadableFact unknown(String name) {
        return new UnreadableFact(
                "no catalog knows the fact %s: run the version of Shopkeeper that wrote it, or a newer one"
                        .formatted(name));
    }

    /** The logical names of all facts of other kinds. */
    Set<QualifiedName> namesBut(Class<? extends Fact> kind) {
        return byClass.values().stream()
                .filter(word -> !kind.isAssignableFrom(word.entry().type()))
                .map(word -> word.type().qualifiedName())
                .collect(Collectors.toUnmodifiableSet());
    }

    MessageType typeOf(Fact fact) {
        return word(fact).type();
    }

    /** Also of a fact that only a newer program knows. */
    MessageType typeOf(String name, String version) {
        Word word = byName.get(name);
        return word != null && word.type().version().equals(version)
                ? word.type()
                : new MessageType(name, version);
    }

    @Nullable Class<?> classOf(String name) {
        Word word = byName.get(name);
        return word == null ? null : word.entry().type();
    }

    Set<String> tagsOf(Fact fact) {
        return word(fact).entry().tagsOf(fact);
    }

    String write(Fact fact) {
        return json.write(word(fact).shape(), fact);
    }

    /**
     * @param version as it is stored; ours are numbers
     * @throws UnreadableFact when this program does not know the name, the version or the form
     */
    Fact read(String name, String version, String payload) {
        return read(name, number(name, version), payload);
    }

    /**
     * @throws UnreadableFact likewise
     */
    Fact read(String name, int version, String payload) {
        Word word = knownIn(name, version);
        return version == word.entry().version()
                ? (Fact) json.read(word.shape(), payload)
                : (Fact) json.read(word.shape(), lifted(word, version, payload));
    }

    /**
     * @param payload in UTF-8
     * @throws UnreadableFact likewise
     */
    Fact read(String name, String version, byte[] payload) {
        int number = number(name, version);
        Word word = knownIn(name, number);
        return number == word.entry().version()
                ? (Fact) json.read(word.shape(), payload)
                : read(name, number, new String(payload, StandardCharsets.UTF_8));
    }

    private static int number(String name, String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            throw new UnreadableFact(
                    "%s has version %s, which is no number".formatted(name, version));
        }
    }

    private Word knownIn(String name, int version) {
        Word word = byName.get(name);
        if (word == null) {
            throw unknown(name);
        }
        if (version > word.entry().version()) {
            throw new UnreadableFact(
                    "%s has version %d, this program knows up to %d: run the version of Shopkeeper that wrote it, or a newer one"
                            .formatted(name, version, word.entry().version()));
        }
        return word;
    }

    /** What a failing change says may quote what a person told the shop, so it is not passed on. */
    private JsonNode lifted(Word word, int version, String payload) {
        try {
            return word.upcast(version, json.tree(payload));
        } catch (UnreadableFact e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableFact(
                    "%s version %d could not be lifted to version %d"
                            .formatted(word.entry().name(), version, word.entry().version()),
                    new IllegalArgumentException(e.getClass().getSimpleName()));
        }
    }

    FactJson json() {
        return json;
    }

    private Word word(Fact fact) {
        Word word = byClass.get(fact.getClass());
        if (word == null) {
            throw new IllegalStateException("no catalog names " + fact.getClass().getName());
        }
        return word;
    }

    @Override
    public Optional<MessageType> resolve(Class<?> payloadType) {
        return Optional.ofNullable(byClass.get(payloadType)).map(word -> word.type());
    }

    @Override
    public Set<Tag> resolve(EventMessage event) {
        Set<Tag> tags = new HashSet<>(messageTag.resolve(event));
        if (event.payload() instanceof Fact fact) {
            word(fact).entry().tagsOf(fact).forEach(tag -> tags.add(TagText.parse(tag)));
        }
        return tags;
    }

    @Override
    public boolean canConvert(Type source, Type target) {
        return source.equals(target)
                || (target == String.class && byClass.containsKey(source))
                || (source == String.class && byClass.containsKey(target));
    }

    @Override
    // Axon's contract: the caller names the type, and null in is null out
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
    public <T> T convert(@Nullable Object input, Type target) {
        if (input == null || input.getClass() == target) {
            return (T) input;
        }
        if (target == String.class && input instanceof Fact fact) {
            return (T) write(fact);
        }
        Word word = byClass.get(target);
        if (word == null || !(input instanceof String text)) {
            throw new UnreadableFact("cannot make " + target + " of " + input.getClass());
        }
        return (T) json.read(word.shape(), text);
    }

    @Override
    // Axon's contract: the caller names the type, and null in is null out
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
    public <E extends EventMessage, T> T convertPayload(E event, Type target) {
        if (event instanceof StoredEvent stored && target != String.class) {
            return (T) stored.readBy(this);
        }
        if (event.payload() instanceof String text && target != String.class) {
            MessageType type = event.type();
            return (T) read(type.qualifiedName().name(), type.version(), text);
        }
        return convert(event.payload(), target);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E extends EventMessage> E convertEvent(E event, Type target) {
        return (E)
                new GenericEventMessage(
                        event.identifier(),
                        event.type(),
                        this.<E, Object>convertPayload(event, target),
                        event.metadata(),
                        event.timestamp());
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("names", byName.keySet());
    }
}
