package shopkeeper.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;
import shopkeeper.application.behavior.BehaviorModule;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.consent.ConsentModule;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.HonourDecision;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.application.profile.ProfileModule;
import shopkeeper.application.profile.Registers;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.Sale;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentLedger;
import shopkeeper.domain.consent.ConsentRefusal;
import shopkeeper.domain.decision.DecisionRefusal;
import shopkeeper.domain.decision.Mode;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.Refusal;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileRefusal;
import shopkeeper.domain.profile.Register;

/** The application over a log in memory, and the keys of its clients. */
public final class Shop implements Keys {
    public final List<Quarantine.Kept> kept = new CopyOnWriteArrayList<>();
    public final List<Question> questions = new CopyOnWriteArrayList<>();
    public final AtomicInteger outage = new AtomicInteger();

    /** How the shop decides; a test may make it slow. */
    public volatile Function<Question, JournaledDecision> deciding = Shop::decision;

    private final List<Fact> log = new ArrayList<>();
    private final Map<MessageId, Seen> seen = new HashMap<>();
    private final Map<String, Client> keys = new ConcurrentHashMap<>();
    private final Map<String, JournaledDecision> journal = new ConcurrentHashMap<>();
    private final AtomicLong newcomers = new AtomicLong();

    private record Seen(String content, Position position) {}

    public StorePorts ports() {
        IdentifierKeys hashes =
                identifier ->
                        new IdentifierKey(identifier.type() + "#" + identifier.value().hashCode());
        var registers = new InMemoryRegisters(this);
        return new StorePorts(
                BehaviorModule.recordReceipt(
                        (sale, message, decide) -> sell(sale, message, decide)),
                ConsentModule.recordConsent(new Ledgers(this)),
                ProfileModule.recogniseCustomer(
                        registers,
                        hashes,
                        () -> new CustomerId("c-" + newcomers.incrementAndGet())),
                ProfileModule.findCustomer(registers, hashes),
                new EmptyCatalog(),
                decide(),
                honour(),
                new Progress(this),
                quarantine());
    }

    @Override
    public Optional<Client> clientWith(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    @Override
    public String keyOf(Client client) {
        String key = "key-of-" + client.name();
        keys.put(key, client);
        return key;
    }

    public synchronized <F extends Fact> List<F> facts(Class<F> type) {
        return log.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private synchronized <F extends Fact, R extends Refusal> Recorded<F, R> append(
            Message message, Supplier<Outcome<F, R>> decide) {
        if (outage.get() > 0) {
            outage.decrementAndGet();
            throw new IllegalStateException("the database is away");
        }
        var before = seen.get(message.id());
        if (before != null) {
            return before.content().equals(message.content())
                    ? new Recorded.Duplicate<>(before.position())
                    : new Recorded.Conflict<>(before.position());
        }
        var outcome = decide.get();
        if (outcome instanceof Outcome.Accepted<F, R>(var facts)) {
            log.addAll(facts);
            if (!facts.isEmpty()) {
                seen.put(message.id(), new Seen(message.content(), position()));
            }
        }
        return new Recorded.Decided<>(outcome, position());
    }

    private synchronized Position position() {
        return new Position(log.size());
    }

    private Recorded<BehaviorEvent, BehaviorRefusal> sell(
            Optional<ReceiptId> receipt,
            Message message,
            Function<Sale, Outcome<BehaviorEvent, BehaviorRefusal>> decide) {
        return append(
                message,
                () -> {
                    var sale = Sale.UNKNOWN;
                    for (BehaviorEvent event : facts(BehaviorEvent.class)) {
                        if (receipt.isPresent() && about(event, receipt.get())) {
                            sale = sale.evolve(event);
                        }
                    }
                    return decide.apply(sale);
                });
    }

    private static boolean about(BehaviorEvent event, ReceiptId receipt) {
        return event.receipt().equals(receipt)
                || (event instanceof BehaviorEvent.ReturnRecorded back
                        && back.sale().equals(Optional.of(receipt)));
    }

    private Decide decide() {
        return question -> {
            questions.add(question);
            var decision = deciding.apply(question);
            journal.put(decision.id().value(), decision);
            return decision;
        };
    }

    private HonourDecision honour() {
        return (id, now) -> {
            var decision = journal.get(id.value());
            if (decision == null) {
                return new HonourDecision.Honoured.Refused(new DecisionRefusal.DecisionUnknown(id));
            }
            return now.isBefore(decision.expiresAt())
                    ? new HonourDecision.Honoured.Again(decision)
                    : new HonourDecision.Honoured.Refused(
                            new DecisionRefusal.DecisionExpired(id, decision.expiresAt()));
        };
    }

    /** With the odd blanks and orders that a journal may hold: they must come out as they are. */
    static JournaledDecision decision(Question question) {
        var at = question.at().received();
        return new JournaledDecision(
                question.id(),
                Optional.of(new CustomerId("c-1")),
                Mode.PERSONAL,
                at,
                at.plus(Duration.ofMinutes(30)),
                "{\"z\":1.50, \"a\" : [ ],\"decisionId\":\"" + question.id() + "\"}");
    }

    private Quarantine quarantine() {
        return new Quarantine() {
            @Override
            public void keep(Kept one) {
                kept.add(one);
            }

            @Override
            public List<Kept> list(int limit) {
                return kept.reversed().stream().limit(limit).toList();
            }
        };
    }

    private record Ledgers(Shop shop) implements ConsentLedgers {
        @Override
        public Recorded<ConsentEvent, ConsentRefusal> decide(
                CustomerId customer,
                Message message,
                Function<ConsentLedger, Outcome<ConsentEvent, ConsentRefusal>> decide) {
            return shop.append(message, () -> decide.apply(current(customer).orElseThrow()));
        }

        @Override
        public Optional<ConsentLedger> current(CustomerId customer) {
            var ledger = ConsentLedger.EMPTY;
            for (ConsentEvent event : shop.facts(ConsentEvent.class)) {
                if (event.customer().equals(customer)) {
                    ledger = ledger.evolve(event);
                }
            }
            return Optional.of(ledger);
        }
    }

    private record InMemoryRegisters(Shop shop) implements Registers {
        @Override
        public Recorded<ProfileEvent, ProfileRefusal> decide(
                List<IdentifierKey> keys,
                Message message,
                Function<Register, Outcome<ProfileEvent, ProfileRefusal>> decide) {
            return shop.append(message, () -> decide.apply(current(keys)));
        }

        @Override
        public Register current(List<IdentifierKey> keys) {
            var register = Register.EMPTY;
            for (ProfileEvent event : shop.facts(ProfileEvent.class)) {
                register = register.evolve(event);
            }
            return register;
        }
    }

    private record Progress(Shop shop) implements LogProgress {
        @Override
        public Position seen() {
            return shop.position();
        }

        @Override
        public boolean await(Position wanted, Duration patience) {
            return seen().compareTo(wanted) >= 0;
        }
    }

    private static final class EmptyCatalog implements BrowseCatalog {
        @Override
        public Optional<Product> product(ProductId product) {
            return Optional.empty();
        }

        @Override
        public Optional<Store> store(StoreId store) {
            return Optional.empty();
        }

        @Override
        public OptionalInt stock(StoreId store, ProductId product) {
            return OptionalInt.empty();
        }

        @Override
        public boolean isAvailable(StoreId store, ProductId product) {
            return true;
        }
    }
}
