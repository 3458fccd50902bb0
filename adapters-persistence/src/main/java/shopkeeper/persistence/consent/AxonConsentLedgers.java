package shopkeeper.persistence.consent;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentLedger;
import shopkeeper.domain.consent.ConsentRefusal;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.persistence.eventlog.EventLog;
import shopkeeper.persistence.eventlog.LogUnavailable;
import shopkeeper.persistence.eventlog.Rider;
import shopkeeper.persistence.eventlog.RowRider;
import shopkeeper.persistence.eventlog.Sourced;
import shopkeeper.persistence.eventlog.Story;
import shopkeeper.persistence.eventlog.Together;
import shopkeeper.persistence.eventlog.UnreadableFact;

/**
 * The ledgers in the log. Each append also writes the customer's permission version, and a ledger
 * kept in memory is good only as long as its version is the one in the database: so no acknowledged
 * withdrawal is ever overlooked.
 */
final class AxonConsentLedgers implements ConsentLedgers {
    private static final Story<ConsentLedger, ConsentEvent> STORY =
            new Story<>(ConsentEvent.class, ConsentLedger.EMPTY, ConsentLedger::evolve);

    private static final String VERSIONS =
            "select customer, version from permission_version where customer = any (?)";

    private static final String REMEMBER_VERSION =
            """
            insert into permission_version (customer, version)
            select customer, max(version) from unnest(?, ?) as said (customer, version)
            group by customer
            on conflict (customer) do update set version = excluded.version\
            """;

    private final EventLog log;
    private final DSLContext sql;
    private final Together<CustomerId, Position> versions;
    private final RecentLedgers recent = new RecentLedgers();

    AxonConsentLedgers(EventLog log, DSLContext sql) {
        this.log = log;
        this.sql = sql;
        this.versions = new Together<>(customers -> versions(sql, customers), 2);
    }

    @Override
    public Recorded<ConsentEvent, ConsentRefusal> decide(
            CustomerId customer,
            Message message,
            Function<ConsentLedger, Outcome<ConsentEvent, ConsentRefusal>> decide) {
        return log.decide(
                message, tags(customer), STORY, decide, _ -> List.of(permissionVersion(customer)));
    }

    @Override
    public Optional<ConsentLedger> current(CustomerId customer) {
        try {
            return upTo(versions.ask(customer), customer);
        } catch (DataAccessException | LogUnavailable | UnreadableFact unsure) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<ConsentLedger> asOf(CustomerId customer, Position then) {
        try {
            return Optional.of(log.readAsOf(tags(customer), STORY, then));
        } catch (DataAccessException | LogUnavailable | UnreadableFact unsure) {
            return Optional.empty();
        }
    }

    @Override
    public Map<CustomerId, ConsentLedger> current(Collection<CustomerId> customers) {
        var asked = List.copyOf(customers);
        var known = new HashMap<CustomerId, ConsentLedger>();
        try {
            var last = versions(sql, asked);
            for (int i = 0; i < asked.size(); i++) {
                var customer = asked.get(i);
                upTo(last.get(i), customer).ifPresent(ledger -> known.put(customer, ledger));
            }
        } catch (DataAccessException | LogUnavailable | UnreadableFact unsure) {
            return known;
        }
        return known;
    }

    private Optional<ConsentLedger> upTo(Position version, CustomerId customer) {
        if (version.equals(Position.START)) {
            return Optional.of(ConsentLedger.EMPTY);
        }
        Sourced<ConsentLedger> known = recent.get(customer);
        if (known == null || !known.last().equals(version)) {
            known = log.read(tags(customer), STORY);
            recent.put(customer, known);
        }
        // A newer node may have written a word whose name this one does not know.
        return known.last().compareTo(version) < 0 ? Optional.empty() : Optional.of(known.state());
    }

    /** One statement for all decisions that wait, with a text that never changes. */
    private static List<Position> versions(DSLContext sql, List<CustomerId> customers) {
        return sql.connectionResult(connection -> {
            var known = new HashMap<String, Long>();
            try (var look = connection.prepareStatement(VERSIONS)) {
                look.setObject(1, customers.stream().map(CustomerId::value).toArray(String[]::new));
                try (var rows = look.executeQuery()) {
                    while (rows.next()) {
                        known.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            return customers.stream()
                    .map(customer -> new Position(known.getOrDefault(customer.value(), 0L)))
                    .toList();
        });
    }

    private static Rider permissionVersion(CustomerId customer) {
        return new RowRider(REMEMBER_VERSION, last -> List.of(customer.value(), last));
    }

    private static Set<String> tags(CustomerId customer) {
        return Set.of(ConsentEventCatalog.tag(customer));
    }
}
