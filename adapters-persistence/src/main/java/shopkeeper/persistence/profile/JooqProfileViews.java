package shopkeeper.persistence.profile;

import static shopkeeper.persistence.schema.generated.Tables.PROFILE;
import static shopkeeper.persistence.schema.generated.Tables.PROFILE_IDENTIFIER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Personal;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.IdentifierType;

/**
 * What people read of a customer: the customer's own facts and those of every visitor that turned
 * out to be them.
 */
final class JooqProfileViews implements ProfileViews {
    private final DSLContext sql;
    private final JooqTimelines timelines;

    JooqProfileViews(DSLContext sql) {
        this.sql = sql;
        this.timelines = new JooqTimelines(sql);
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
    public TimelinePage timeline(CustomerId customer, TimelinePart part) {
        return timelines.page(
                part.then().map(JooqProfileViews::names).orElseGet(() -> everyone(customer)), part);
    }

    @Override
    public List<TimelineEntry> since(CustomerId customer, Position after, int limit) {
        return timelines.since(everyone(customer), after, limit);
    }

    @Override
    public int heardLater(CustomerId customer, Instant than) {
        return timelines.heardLater(everyone(customer), than, DSL.noCondition());
    }

    @Override
    public int heardLater(Then then, Instant than) {
        return timelines.heardLater(names(then), than, JooqTimelines.heardBy(then));
    }

    private static List<String> names(Then then) {
        return then.everyone().stream().map(CustomerId::value).toList();
    }

    private List<String> everyone(CustomerId customer) {
        var now = profile(customer).map(Profile::customer).orElse(customer);
        return ProfileProjection.everyone(now, sql);
    }

    private static Personal<String> personal(@Nullable String value) {
        return value == null ? Personal.erased() : Personal.known(value);
    }
}
