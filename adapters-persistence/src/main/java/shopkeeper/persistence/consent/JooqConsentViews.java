package shopkeeper.persistence.consent;

import static shopkeeper.persistence.schema.generated.Tables.CONSENT_WORD;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import shopkeeper.application.consent.ConsentViews;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.consent.WordOfMouth;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import shopkeeper.persistence.schema.generated.tables.records.ConsentWordRecord;

/**
 * Of all words on a use the latest stands, of two at the same time the stricter one: as in the
 * ledger, the first of equal grants and the last of equal noes.
 */
final class JooqConsentViews implements ConsentViews {
    private final DSLContext sql;

    JooqConsentViews(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Entry> standing(CustomerId customer) {
        return standing(customer, DSL.noCondition());
    }

    @Override
    public List<Entry> standing(CustomerId customer, Position then) {
        return standing(customer, CONSENT_WORD.POSITION.le(then.value()));
    }

    private List<Entry> standing(CustomerId customer, Condition then) {
        var isGrant = CONSENT_WORD.CHOICE.eq(Choice.GRANTED.name());
        return sql
                .select()
                .distinctOn(CONSENT_WORD.USE)
                .from(CONSENT_WORD)
                .where(CONSENT_WORD.CUSTOMER.eq(customer.value()), then)
                .orderBy(
                        CONSENT_WORD.USE,
                        CONSENT_WORD.SINCE.desc(),
                        isGrant,
                        DSL.when(isGrant, CONSENT_WORD.POSITION)
                                .otherwise(CONSENT_WORD.POSITION.neg()))
                .fetchInto(CONSENT_WORD)
                .map(JooqConsentViews::entry)
                .stream()
                .sorted(Comparator.comparing(entry -> entry.use().purpose()))
                .toList();
    }

    @Override
    public Position version(CustomerId customer) {
        return version(customer, DSL.noCondition());
    }

    @Override
    public Position version(CustomerId customer, Position then) {
        return version(customer, CONSENT_WORD.POSITION.le(then.value()));
    }

    private Position version(CustomerId customer, Condition then) {
        Long last =
                sql.select(DSL.max(CONSENT_WORD.POSITION))
                        .from(CONSENT_WORD)
                        .where(CONSENT_WORD.CUSTOMER.eq(customer.value()), then)
                        .fetchOne(0, Long.class);
        return last == null ? Position.START : new Position(last);
    }

    private static Entry entry(ConsentWordRecord row) {
        return new Entry(
                use(row.getUse()),
                Choice.valueOf(row.getChoice()),
                Optional.ofNullable(row.getNoticeId())
                        .map(id -> new Notice(id, row.getNoticeVersion(), row.getNoticeLocale())),
                Optional.ofNullable(row.getAgent())
                        .map(agent -> new WordOfMouth(agent, Optional.ofNullable(row.getCall()))),
                new Via(Channel.valueOf(row.getChannel()), row.getTouchpoint()),
                row.getSince().toInstant(),
                row.getReceivedAt().toInstant(),
                new Position(row.getPosition()));
    }

    private static Use use(String written) {
        int slash = written.indexOf('/');
        return slash < 0
                ? Use.of(Purpose.valueOf(written))
                : Use.of(
                        Purpose.valueOf(written.substring(0, slash)),
                        ContactMethod.valueOf(written.substring(slash + 1)));
    }
}
