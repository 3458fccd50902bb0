package shopkeeper.persistence.decision;

import static shopkeeper.persistence.schema.generated.Tables.DECISION_JOURNAL;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.domain.decision.Decision;
import shopkeeper.domain.decision.DecisionEvent.DecisionMade;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.RowRider;
import shopkeeper.persistence.schema.generated.tables.records.DecisionJournalRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal: its row rides with the fact that a decision was made, so both are there or neither.
 */
final class AxonDecisionJournal implements DecisionJournal {
    private static final String ROW =
            """
            insert into decision_journal
            (decision, customer, mode, decided_at, expires_at, body, gathered, position)
            select decision, customer, mode, decided_at::timestamptz, expires_at::timestamptz,
                body, gathered, position
            from unnest(?, ?, ?, ?, ?, ?, ?, ?)
            as decided (decision, customer, mode, decided_at, expires_at, body, gathered, position)\
            """;

    private final EventLog log;
    private final DSLContext sql;
    private final JsonMapper json = JsonMapper.shared();

    AxonDecisionJournal(EventLog log, DSLContext sql) {
        this.log = log;
        this.sql = sql;
    }

    @Override
    public JournaledDecision write(
            Decision decision, Map<String, Object> body, Map<String, Object> gathered) {
        var journaled =
                new JournaledDecision(
                        decision.id(),
                        decision.customer(),
                        decision.mode(),
                        asKept(decision.decidedAt()),
                        asKept(decision.expiresAt()),
                        json.writeValueAsString(body));
        var made =
                new DecisionMade(
                        decision.id(),
                        decision.customer(),
                        decision.mode(),
                        decision.via(),
                        Moment.at(decision.decidedAt()),
                        decision.expiresAt());
        log.add(
                new MessageId("decision", decision.id().value()),
                made,
                List.of(row(journaled, json.writeValueAsString(gathered))));
        return journaled;
    }

    @Override
    public Optional<JournaledDecision> find(DecisionId decision) {
        return sql.selectFrom(DECISION_JOURNAL)
                .where(DECISION_JOURNAL.DECISION.eq(decision.value()))
                .fetchOptional(AxonDecisionJournal::journaled);
    }

    @Override
    public Optional<Kept> recall(DecisionId decision) {
        return sql.selectFrom(DECISION_JOURNAL)
                .where(DECISION_JOURNAL.DECISION.eq(decision.value()))
                .fetchOptional(row ->
                        new Kept(journaled(row), tree(row.getBody()), tree(row.getGathered())));
    }

    @Override
    public String asText(Map<String, Object> body) {
        return json.writeValueAsString(body);
    }

    private Map<String, Object> tree(String text) {
        return json.readValue(text, new TypeReference<Map<String, Object>>() {});
    }

    @Override
    public List<JournaledDecision> of(CustomerId customer, int limit) {
        return latest(DECISION_JOURNAL.CUSTOMER.eq(customer.value()), limit);
    }

    @Override
    public List<JournaledDecision> of(CustomerId customer, Position upTo, int limit) {
        return latest(
                DECISION_JOURNAL
                        .CUSTOMER
                        .eq(customer.value())
                        .and(DECISION_JOURNAL.POSITION.le(upTo.value())),
                limit);
    }

    @Override
    public List<JournaledDecision> of(CustomerId customer, Instant before, int limit) {
        return latest(
                DECISION_JOURNAL
                        .CUSTOMER
                        .eq(customer.value())
                        .and(DECISION_JOURNAL.DECIDED_AT.lt(before.atOffset(ZoneOffset.UTC))),
                limit);
    }

    @Override
    public Optional<JournaledDecision> last(Collection<CustomerId> person, Channel channel) {
        var names = person.stream().map(CustomerId::value).toList();
        return latest(
                        DECISION_JOURNAL
                                .CUSTOMER
                                .in(names)
                                .and(GatheredChannel.NAME.eq(channel.name())),
                        1)
                .stream()
                .findFirst();
    }

    private List<JournaledDecision> latest(Condition whose, int limit) {
        return sql.selectFrom(DECISION_JOURNAL)
                .where(whose)
                .orderBy(DECISION_JOURNAL.DECIDED_AT.desc(), DECISION_JOURNAL.POSITION.desc())
                .limit(limit)
                .fetch(AxonDecisionJournal::journaled);
    }

    /** PostgreSQL keeps microseconds: the first answer says no other time than its repetitions. */
    private static Instant asKept(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static RowRider row(JournaledDecision decision, String gathered) {
        return new RowRider(
                ROW,
                position ->
                        Arrays.asList(
                                decision.id().value(),
                                decision.customer().map(CustomerId::value).orElse(null),
                                decision.mode().name(),
                                decision.decidedAt().atOffset(ZoneOffset.UTC),
                                decision.expiresAt().atOffset(ZoneOffset.UTC),
                                decision.body(),
                                gathered,
                                position));
    }

    private static JournaledDecision journaled(DecisionJournalRecord row) {
        return new JournaledDecision(
                new DecisionId(row.getDecision()),
                Optional.ofNullable(row.getCustomer()).map(CustomerId::new),
                Mode.valueOf(row.getMode()),
                row.getDecidedAt().toInstant(),
                row.getExpiresAt().toInstant(),
                row.getBody());
    }
}
