package shopkeeper.persistence.behavior;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.behavior.Behaviors.Allowed;
import shopkeeper.domain.behavior.Act.CartViewed;
import shopkeeper.domain.behavior.Act.ListFiltered;
import shopkeeper.domain.behavior.Act.ListViewed;
import shopkeeper.domain.behavior.Act.Searched;
import shopkeeper.domain.behavior.ListName;
import shopkeeper.domain.behavior.Query;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.ProductId;

/**
 * Many rows written by one statement whose text is the same for all batches of the same days,
 * however many they are.
 */
final class BehaviorRows {
    private static final String INSERT =
            """
            insert into behavior (source, message, day, kind, product, channel, touchpoint,
                results, visible_ms, hidden, personalization, analytics, customer, occurred_at,
                received_at, query, list, products)
            select * from unnest(?::text[], ?::uuid[], ?::date[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::int[], ?::int[], ?::boolean[], ?::boolean[], ?::boolean[], ?::text[],
                ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[])
                as told (source, message, day)
            where not exists (
                select from behavior known
                where known.source = told.source and known.message = told.message
                    and known.day in (told.day - 1, told.day + 1) and known.day in ({days}))
            on conflict do nothing
            returning source, message, day\
            """;

    /**
     * Two batches with the same messages insert them in one order, else each would wait for the
     * other.
     */
    private static final Comparator<Key> SAME_ORDER =
            Comparator.comparing(Key::day).thenComparing(Key::source).thenComparing(Key::message);

    private BehaviorRows() {}

    /** Under which a message counts once a day; the days beside it are looked into as well. */
    record Key(String source, UUID message, LocalDate day) {
        static Key of(Allowed one) {
            var message = one.behavior().message();
            return new Key(message.source(), digest(message), one.behavior().day());
        }

        /** The same message on the day before and after, where its time of day was corrected. */
        Stream<Key> besides() {
            return Stream.of(day.minusDays(1), day.plusDays(1))
                    .map(other -> new Key(source, message, other));
        }
    }

    /**
     * @return for each whether it was new, in their order
     */
    static List<Boolean> insert(List<Allowed> behaviors, Connection connection)
            throws SQLException {
        var keys = behaviors.stream().map(Key::of).toList();
        var first = new LinkedHashMap<Key, Allowed>();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).besides().noneMatch(first::containsKey)) {
                first.putIfAbsent(keys.get(i), behaviors.get(i));
            }
        }
        var inserted = insert(first, connection);
        // Of a message that stands twice in a batch only the first is new.
        return keys.stream().map(inserted::remove).toList();
    }

    private static Set<Key> insert(Map<Key, Allowed> rows, Connection connection)
            throws SQLException {
        var keys = rows.keySet().stream().sorted(SAME_ORDER).toList();
        var behaviors = keys.stream().map(key -> cast(rows.get(key))).toList();
        var inserted = new HashSet<Key>();
        try (var insert = connection.prepareStatement(insert(keys))) {
            set(insert, keys, behaviors);
            try (var fresh = insert.executeQuery()) {
                while (fresh.next()) {
                    inserted.add(
                            new Key(
                                    fresh.getString(1),
                                    fresh.getObject(2, UUID.class),
                                    fresh.getObject(3, LocalDate.class)));
                }
            }
        }
        return inserted;
    }

    /** The days are named in the text: so only their tables are planned for and locked. */
    private static String insert(List<Key> keys) {
        return INSERT.replace(
                "{days}",
                keys.stream()
                        .flatMap(Key::besides)
                        .map(Key::day)
                        .distinct()
                        .sorted()
                        .map(day -> "date '" + day + "'")
                        .collect(Collectors.joining(", ")));
    }

    private static Allowed cast(@Nullable Allowed one) {
        if (one == null) {
            throw new IllegalStateException("every key has its row");
        }
        return one;
    }

    private static void set(PreparedStatement insert, List<Key> keys, List<Allowed> rows)
            throws SQLException {
        var columns = new Columns(insert);
        columns.add("text", keys, Key::source);
        columns.add("uuid", keys, Key::message);
        columns.add("date", keys, Key::day);
        columns.add("text", rows, one -> one.behavior().act().kind());
        columns.add("text", rows, one -> word(one.behavior().product().map(ProductId::value)));
        columns.add("text", rows, one -> one.behavior().via().channel().name());
        columns.add("text", rows, one -> one.behavior().via().touchpoint());
        columns.add("int4", rows, BehaviorRows::results);
        columns.add("int4", rows, BehaviorRows::visible);
        columns.add("bool", rows, one -> one.behavior().act().attention().hidden());
        columns.add("bool", rows, one -> isFor(one, Purpose.CONTENT_PERSONALIZATION));
        columns.add("bool", rows, one -> isFor(one, Purpose.ANALYTICS));
        columns.add("text", rows, named(one -> one.behavior().customer().value()));
        columns.add("timestamptz", rows, named(one -> time(one.behavior().at().effective())));
        columns.add("timestamptz", rows, named(one -> time(one.behavior().at().received())));
        columns.add("text", rows, named(BehaviorRows::query));
        columns.add("text", rows, named(BehaviorRows::list));
        columns.add("text", rows, named(BehaviorRows::products));
    }

    /** The columns one after the other, each as one array. */
    private static final class Columns {
        private final PreparedStatement insert;
        private int next = 1;

        Columns(PreparedStatement insert) {
            this.insert = insert;
        }

        <T> void add(String type, List<T> rows, Function<T, @Nullable Object> value)
                throws SQLException {
            var values = new ArrayList<@Nullable Object>(rows.size());
            rows.forEach(row -> values.add(value.apply(row)));
            insert.setArray(next++, insert.getConnection().createArrayOf(type, values.toArray()));
        }
    }

    /** What says whose it was is left out where nobody allowed it. */
    private static Function<Allowed, @Nullable Object> named(
            Function<Allowed, @Nullable Object> value) {
        return one -> one.purposes().isEmpty() ? null : value.apply(one);
    }

    private static boolean isFor(Allowed one, Purpose purpose) {
        return one.purposes().contains(purpose);
    }

    private static @Nullable Object results(Allowed one) {
        return one.behavior().act() instanceof Searched(_, var results) && results.isPresent()
                ? results.getAsInt()
                : null;
    }

    private static @Nullable Object visible(Allowed one) {
        var visible = one.behavior().act().attention().visible();
        return visible.isPresent() ? (int) visible.get().toMillis() : null;
    }

    private static @Nullable Object query(Allowed one) {
        return one.behavior().act() instanceof Searched(var query, _)
                ? word(query.map(Query::text))
                : null;
    }

    private static @Nullable Object list(Allowed one) {
        return switch (one.behavior().act()) {
            case ListViewed(var list, _) -> word(list.map(ListName::value));
            case ListFiltered(var list, _) -> word(list.map(ListName::value));
            default -> null;
        };
    }

    private static @Nullable Object products(Allowed one) {
        return switch (one.behavior().act()) {
            case CartViewed(var products) -> words(products);
            case ListViewed(_, var products) -> words(products);
            case ListFiltered(_, var products) -> words(products);
            default -> null;
        };
    }

    private static @Nullable Object word(Optional<String> value) {
        return value.orElse(null);
    }

    private static @Nullable Object words(List<ProductId> products) {
        return products.isEmpty()
                ? null
                : products.stream().map(ProductId::value).collect(Collectors.joining(" "));
    }

    private static Object time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static UUID digest(MessageId message) {
        try {
            var bytes =
                    MessageDigest.getInstance("SHA-256")
                            .digest(message.toString().getBytes(StandardCharsets.US_ASCII));
            var half = ByteBuffer.wrap(bytes);
            return new UUID(half.getLong(), half.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
