package shopkeeper.persistence.profile;

import static shopkeeper.persistence.schema.generated.Tables.BEHAVIOR;
import static shopkeeper.persistence.schema.generated.Tables.PROFILE;
import static shopkeeper.persistence.schema.generated.Tables.PROFILE_IDENTIFIER;
import static shopkeeper.persistence.schema.generated.Tables.TIMELINE;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Personal;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.persistence.schema.generated.tables.records.BehaviorRecord;
import shopkeeper.persistence.schema.generated.tables.records.TimelineRecord;

/**
 * What people read of a customer: the customer's own facts and those of every visitor that turned
 * out to be them.
 */
final class JooqProfileViews implements ProfileViews {
    private final DSLContext sql;

    JooqProfileViews(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Profile> profile(CustomerId customer) {
        return sql.selectFrom(PROFILE)
                .where(PROFILE.CUSTOMER.eq(customer.value()))
                .fetchOptional()
                .flatMap(row ->
                        row.getBecame() == null
                                ? Optional.of(
                                        new Profile(
                                                customer,
                                                row.getMetAt().toInstant(),
                                                identifiers(customer)))
                                : profile(new CustomerId(row.getBecame())));
    }

    private List<KnownIdentifier> identifiers(CustomerId customer) {
        return sql.selectFrom(PROFILE_IDENTIFIER)
                .where(PROFILE_IDENTIFIER.CUSTOMER.eq(customer.value()))
                .orderBy(PROFILE_IDENTIFIER.SINCE, PROFILE_IDENTIFIER.KEY)
                .fetch(row ->
                        new KnownIdentifier(
                                IdentifierType.valueOf(row.getType()),
                                personal(row.getValue()),
                                row.getSince().toInstant(),
                                new Via(Channel.valueOf(row.getChannel()), row.getTouchpoint())));
    }

    @Override
    public List<TimelineEntry> timeline(CustomerId customer, int limit) {
        var now = profile(customer).map(Profile::customer).orElse(customer);
        var everyone = ProfileProjection.everyone(now, sql);
        var facts =
                sql.selectFrom(TIMELINE)
                        .where(TIMELINE.CUSTOMER.in(everyone))
                        .orderBy(TIMELINE.OCCURRED_AT.desc(), TIMELINE.POSITION.desc())
                        .limit(limit)
                        .fetch(JooqProfileViews::entry);
        var behavior =
                sql.selectFrom(BEHAVIOR)
                        .where(BEHAVIOR.CUSTOMER.in(everyone))
                        .orderBy(BEHAVIOR.OCCURRED_AT.desc(), BEHAVIOR.MESSAGE)
                        .limit(limit)
                        .fetch(JooqProfileViews::entry);
        return Stream.concat(facts.stream(), behavior.stream())
                .sorted(Comparator.comparing(TimelineEntry::occurred).reversed())
                .limit(limit)
                .toList();
    }

    private static TimelineEntry entry(TimelineRecord row) {
        return new TimelineEntry(
                row.getOccurredAt().toInstant(),
                row.getReceivedAt().toInstant(),
                new Via(Channel.valueOf(row.getChannel()), row.getTouchpoint()),
                row.getKind(),
                row.getWords(),
                row.getReference(),
                Optional.of(new Position(row.getPosition())));
    }

    private static TimelineEntry entry(BehaviorRecord row) {
        String kind = row.getKind().toLowerCase(Locale.ROOT).replace('_', '-');
        String product = row.getProduct() == null ? "" : row.getProduct();
        return new TimelineEntry(
                row.getOccurredAt().toInstant(),
                row.getReceivedAt().toInstant(),
                new Via(Channel.valueOf(row.getChannel()), row.getTouchpoint()),
                kind,
                kind.replace('-', ' ') + (product.isEmpty() ? "" : " " + product),
                product,
                Optional.empty());
    }

    private static Personal<String> personal(@Nullable String value) {
        return value == null ? Personal.erased() : Personal.known(value);
    }
}
