package shopkeeper.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;
import shopkeeper.application.behavior.BehaviorModule;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.behavior.Sales;
import shopkeeper.application.behavior.TrackBehavior;
import shopkeeper.application.catalog.Assortments;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.catalog.CatalogModule;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.consent.ConsentModule;
import shopkeeper.application.consent.ConsentViews;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.application.decision.DecisionModule;
import shopkeeper.application.decision.HonourDecision;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.kernel.ParkedFacts;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.application.pricing.AskPrice;
import shopkeeper.application.pricing.PriceBooks;
import shopkeeper.application.pricing.PricingModule;
import shopkeeper.application.pricing.PublishPrices;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.profile.IdentifierKeys;
import shopkeeper.application.profile.ProfileModule;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.application.profile.Registers;
import shopkeeper.application.recommendation.RecommendationModule;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorRefusal;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.Sale;
import shopkeeper.domain.catalog.Assortment;
import shopkeeper.domain.catalog.CatalogEvent;
import shopkeeper.domain.catalog.CatalogRefusal;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentLedger;
import shopkeeper.domain.consent.ConsentRefusal;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.decision.Decision;
import shopkeeper.domain.decision.DecisionId;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Outcome;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PricingEvent;
import shopkeeper.domain.pricing.PricingRefusal;
import shopkeeper.domain.pricing.PublishedBook;
import shopkeeper.domain.profile.IdentifierKey;
import shopkeeper.domain.profile.Link;
import shopkeeper.domain.profile.ProfileEvent;
import shopkeeper.domain.profile.ProfileRefusal;
import shopkeeper.domain.profile.Register;
import tools.jackson.databind.json.JsonMapper;

/** The whole shop behind the web, with the real use cases and everything else in memory. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
class ShopInMemory {
    @Bean
    ParkedFacts parkedFacts() {
        return new Lot();
    }

    @Bean
    InMemoryLog log() {
        return new InMemoryLog();
    }

    @Bean
    ShopClock clock() {
        return new ShopClock();
    }

    @Bean
    Keys keys() {
        return new Keys() {
            @Override
            public Optional<Client> clientWith(String key) {
                return Stream.of("web", "agent", "admin", "till:S1:T1")
                        .map(Client::named)
                        .filter(client -> keyOf(client).equals(key))
                        .findFirst();
            }

            @Override
            public String keyOf(Client client) {
                return "key-of-" + client.name();
            }
        };
    }

    @Bean
    IdentifierKeys identifierKeys() {
        return identifier -> new IdentifierKey(identifier.type() + "|" + identifier.value());
    }

    @Bean
    Registers registers(InMemoryLog log) {
        return new Registers() {
            @Override
            public Recorded<ProfileEvent, ProfileRefusal> decide(
                    List<IdentifierKey> keys,
                    Message message,
                    Function<Register, Outcome<ProfileEvent, ProfileRefusal>> decide) {
                return log.decide(message, current(keys), decide);
            }

            @Override
            public Register current(List<IdentifierKey> keys) {
                return log.fold(ProfileEvent.class, _ -> true, Register.EMPTY, Register::evolve);
            }
        };
    }

    @Bean
    RecogniseCustomer recogniseCustomer(Registers registers, IdentifierKeys keys) {
        var count = new AtomicInteger();
        return ProfileModule.recogniseCustomer(
                registers, keys, () -> new CustomerId("C-" + count.incrementAndGet()));
    }

    @Bean
    FindCustomer findCustomer(Registers registers, IdentifierKeys keys) {
        return ProfileModule.findCustomer(registers, keys);
    }

    @Bean
    CustomerDirectory directory(IdentifierKeys keys, InMemoryLog log) {
        var directory = ProfileModule.customerDirectory(keys);
        log.tell(directory);
        return directory;
    }

    @Bean
    ProfileViews profileViews(InMemoryLog log, CustomerDirectory directory) {
        return new ProfileViews() {
            @Override
            public Optional<Profile> profile(CustomerId customer) {
                var everyone = directory.everyone(directory.now(customer));
                var facts = log.of(ProfileEvent.class, fact -> everyone.contains(fact.customer()));
                return facts.stream()
                        .findFirst()
                        .map(first -> {
                            var known = new ArrayList<KnownIdentifier>();
                            facts.forEach(logged -> known.addAll(identifiers(logged.fact())));
                            return new Profile(
                                    directory.now(customer), first.fact().at().effective(), known);
                        });
            }

            private List<KnownIdentifier> identifiers(ProfileEvent fact) {
                List<Link> links =
                        switch (fact) {
                            case ProfileEvent.CustomerMet met -> met.links();
                            case ProfileEvent.IdentifiersLinked linked -> linked.links();
                            case ProfileEvent.VisitorBecameKnown became ->
                                    List.of(became.anonymous());
                            case ProfileEvent.DeviceChangedHands moved ->
                                    List.of(moved.anonymous());
                        };
                return links.stream()
                        .map(link ->
                                new KnownIdentifier(
                                        link.type(),
                                        link.value(),
                                        fact.at().effective(),
                                        fact.via()))
                        .toList();
            }

            @Override
            public List<TimelineEntry> timeline(CustomerId customer, int limit) {
                var entries = new ArrayList<TimelineEntry>();
                log.of(BehaviorEvent.class, fact -> fact.customer().equals(Optional.of(customer)))
                        .forEach(logged ->
                                entries.add(
                                        switch (logged.fact()) {
                                            case BehaviorEvent.PurchaseRecorded bought ->
                                                    new TimelineEntry(
                                                            bought.at().occurred(),
                                                            bought.at().received(),
                                                            bought.via(),
                                                            "purchase",
                                                            "bought for " + bought.total(),
                                                            bought.receipt().value(),
                                                            Optional.of(logged.position()));
                                            case BehaviorEvent.ReturnRecorded back ->
                                                    new TimelineEntry(
                                                            back.at().occurred(),
                                                            back.at().received(),
                                                            back.via(),
                                                            "return",
                                                            "returned for " + back.total(),
                                                            back.receipt().value(),
                                                            Optional.of(logged.position()));
                                        }));
                return entries.stream().limit(limit).toList();
            }
        };
    }

    @Bean
    ConsentLedgers ledgers(InMemoryLog log) {
        return new ConsentLedgers() {
            @Override
            public Recorded<ConsentEvent, ConsentRefusal> decide(
                    CustomerId customer,
                    Message message,
                    Function<ConsentLedger, Outcome<ConsentEvent, ConsentRefusal>> decide) {
                return log.decide(message, current(customer).orElseThrow(), decide);
            }

            @Override
            public Optional<ConsentLedger> current(CustomerId customer) {
                return Optional.of(
                        log.fold(
                                ConsentEvent.class,
                                fact -> fact.customer().equals(customer),
                                ConsentLedger.EMPTY,
                                ConsentLedger::evolve));
            }
        };
    }

    @Bean
    RecordConsent recordConsent(ConsentLedgers ledgers) {
        return ConsentModule.recordConsent(ledgers);
    }

    @Bean
    AskPermission askPermission(ConsentLedgers ledgers) {
        return ConsentModule.askPermission(ledgers);
    }

    @Bean
    ConsentViews consentViews(ConsentLedgers ledgers, InMemoryLog log) {
        return customer ->
                ledgers.current(customer).orElseThrow().standing().entrySet().stream()
                        .map(said ->
                                new ConsentViews.Entry(
                                        said.getKey(),
                                        said.getValue().choice(),
                                        Optional.of(new Notice("n", "1", "de")),
                                        said.getValue().via(),
                                        said.getValue().since(),
                                        said.getValue().since(),
                                        log.head()))
                        .toList();
    }

    @Bean
    CatalogModule catalog(InMemoryLog log) {
        var catalog = new CatalogModule();
        log.tell(catalog.memory());
        return catalog;
    }

    @Bean
    BrowseCatalog browseCatalog(CatalogModule catalog) {
        return catalog.browseCatalog();
    }

    @Bean
    KeepCatalog keepCatalog(InMemoryLog log) {
        return CatalogModule.keepCatalog(
                new Assortments() {
                    @Override
                    public Recorded<CatalogEvent, CatalogRefusal> decide(
                            Optional<ProductId> product,
                            Optional<StoreId> store,
                            Message message,
                            Function<Assortment, Outcome<CatalogEvent, CatalogRefusal>> decide) {
                        return log.decide(
                                message,
                                log.fold(
                                        CatalogEvent.class,
                                        _ -> true,
                                        Assortment.EMPTY,
                                        Assortment::evolve),
                                decide);
                    }
                });
    }

    @Bean
    PricingModule pricing(InMemoryLog log) {
        var pricing = new PricingModule();
        log.tell(pricing.memory());
        return pricing;
    }

    @Bean
    AskPrice askPrice(PricingModule pricing) {
        return pricing.askPrice();
    }

    @Bean
    PublishPrices publishPrices(InMemoryLog log) {
        return PricingModule.publishPrices(
                new PriceBooks() {
                    @Override
                    public Recorded<PricingEvent, PricingRefusal> decide(
                            PriceBookId book,
                            Message message,
                            Function<PublishedBook, Outcome<PricingEvent, PricingRefusal>> decide) {
                        return log.decide(
                                message,
                                log.fold(
                                        PricingEvent.class,
                                        fact ->
                                                fact instanceof PricingEvent.PriceBookPublished one
                                                        && one.book().id().equals(book),
                                        PublishedBook.NONE,
                                        PublishedBook::evolve),
                                decide);
                    }
                });
    }

    @Bean
    RecordReceipt recordReceipt(InMemoryLog log) {
        return BehaviorModule.recordReceipt(
                new Sales() {
                    @Override
                    public Recorded<BehaviorEvent, BehaviorRefusal> decide(
                            Optional<ReceiptId> sale,
                            Message message,
                            Function<Sale, Outcome<BehaviorEvent, BehaviorRefusal>> decide) {
                        return log.decide(
                                message,
                                log.fold(
                                        BehaviorEvent.class,
                                        fact -> concerns(fact, sale),
                                        Sale.UNKNOWN,
                                        Sale::evolve),
                                decide);
                    }
                });
    }

    private static boolean concerns(BehaviorEvent fact, Optional<ReceiptId> sale) {
        return switch (fact) {
            case BehaviorEvent.PurchaseRecorded bought ->
                    Optional.of(bought.receipt()).equals(sale);
            case BehaviorEvent.ReturnRecorded back -> sale.isPresent() && back.sale().equals(sale);
        };
    }

    @Bean
    Tracked trackBehavior() {
        return new Tracked();
    }

    @Bean
    Put quarantine() {
        return new Put();
    }

    @Bean
    LogProgress progress(InMemoryLog log) {
        return new LogProgress() {
            @Override
            public Position seen() {
                return log.head();
            }

            @Override
            public boolean await(Position wanted, Duration patience) {
                return wanted.compareTo(log.head()) <= 0;
            }
        };
    }

    @Bean
    DecisionJournal journal(InMemoryLog log) {
        return new Journal(log);
    }

    @Bean
    Decide decide(
            CustomerDirectory directory,
            AskPermission permissions,
            BrowseCatalog catalog,
            AskPrice prices,
            DecisionJournal journal,
            LogProgress progress,
            InMemoryLog log) {
        var recommendation = new RecommendationModule(catalog);
        log.tell(recommendation.memory());
        return DecisionModule.decide(
                directory,
                permissions,
                catalog,
                prices,
                recommendation.recommend(),
                journal,
                progress,
                Duration.ofMinutes(30));
    }

    @Bean
    HonourDecision honour(DecisionJournal journal) {
        return DecisionModule.honourDecision(journal);
    }

    /** A clock that stands still until it is moved. */
    static final class ShopClock implements InstantSource {
        private Instant now = Instant.parse("2026-11-20T10:00:10Z");

        @Override
        public Instant instant() {
            return now;
        }

        void move(Duration by) {
            now = now.plus(by);
        }
    }

    /** Views and carts in memory. */
    static final class Tracked implements TrackBehavior {
        final Map<MessageId, Behavior> behaviors = new HashMap<>();
        boolean broken;

        @Override
        public Set<MessageId> track(List<Behavior> all) {
            if (broken) {
                throw new IllegalStateException("INSERT INTO behavior VALUES ('ada@example.org')");
            }
            var known = new HashSet<MessageId>();
            for (Behavior behavior : all) {
                if (behaviors.putIfAbsent(behavior.message(), behavior) != null) {
                    known.add(behavior.message());
                }
            }
            return known;
        }
    }

    /** One fact that the timeline could not take in, until it is driven again. */
    static final class Lot implements ParkedFacts {
        private boolean taken;

        @Override
        public List<Parked> parked() {
            var at = Instant.parse("2026-11-20T10:00:00Z");
            return taken
                    ? List.of()
                    : List.of(
                            new Parked("timeline", new Position(7), "consent.granted", "bug", at, at, 3));
        }

        @Override
        public int redrive(String follower) {
            taken = true;
            return 1;
        }
    }

    /** What was put aside. */
    static final class Put implements Quarantine {
        final List<Kept> kept = new ArrayList<>();

        @Override
        public void keep(Kept one) {
            kept.add(one);
        }

        @Override
        public List<Kept> list(int limit) {
            return kept.reversed().stream().limit(limit).toList();
        }
    }

    private record Journal(InMemoryLog log, Map<DecisionId, JournaledDecision> decisions)
            implements DecisionJournal {
        Journal(InMemoryLog log) {
            this(log, new HashMap<>());
        }

        @Override
        public JournaledDecision write(
                Decision decision, Map<String, Object> body, Map<String, Object> gathered) {
            return decisions.computeIfAbsent(
                    decision.id(),
                    id ->
                            new JournaledDecision(
                                    id,
                                    decision.customer(),
                                    decision.mode(),
                                    decision.decidedAt(),
                                    decision.expiresAt(),
                                    new JsonMapper().writeValueAsString(body)));
        }

        @Override
        public Optional<JournaledDecision> find(DecisionId decision) {
            return Optional.ofNullable(decisions.get(decision));
        }

        @Override
        public List<JournaledDecision> of(CustomerId customer, int limit) {
            return decisions.values().stream()
                    .filter(decision -> decision.customer().equals(Optional.of(customer)))
                    .limit(limit)
                    .toList();
        }
    }
}
