package shopkeeper.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Keys;
import shopkeeper.application.behavior.AskPoints;
import shopkeeper.application.behavior.AskTraits;
import shopkeeper.application.behavior.BehaviorModule;
import shopkeeper.application.behavior.Behaviors;
import shopkeeper.application.behavior.OpenPoints;
import shopkeeper.application.behavior.ReceiptViews;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.behavior.TrackBehavior;
import shopkeeper.application.behavior.Tracked;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.consent.ConsentViews;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.application.decision.HonourDecision;
import shopkeeper.application.decision.ModelQuality;
import shopkeeper.application.decision.Replay;
import shopkeeper.application.decision.TakeFeedback;
import shopkeeper.application.decision.WhatCameBack;
import shopkeeper.application.fakes.InMemoryAnswers;
import shopkeeper.application.fakes.InMemoryParkedFacts;
import shopkeeper.application.fakes.InMemoryPastProfiles;
import shopkeeper.application.fakes.InMemoryShop;
import shopkeeper.application.kernel.Contended;
import shopkeeper.application.kernel.LogPast;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.kernel.MessagingContract;
import shopkeeper.application.kernel.ParkedFacts;
import shopkeeper.application.kernel.ParkedFacts.Parked;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.application.pricing.AskPrice;
import shopkeeper.application.pricing.PublishPrices;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.profile.FollowCustomer;
import shopkeeper.application.profile.PastProfiles;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.application.profile.RecordReveal;
import shopkeeper.application.recommendation.CountFeedback;
import shopkeeper.application.repetition.KeptAnswers;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.kernel.Position;

/** The whole shop behind the web, with the real use cases and everything else in memory. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
class ShopInMemory {
    @Bean
    InMemoryShop shop() {
        return new InMemoryShop(Duration.ofMinutes(30));
    }

    @Bean
    ShopClock clock() {
        return new ShopClock();
    }

    @Bean(defaultCandidate = false)
    WallClock wallClock() {
        return new WallClock();
    }

    @Bean
    Keys keys(InMemoryShop shop) {
        Stream.of("web", "agent", "agent:a-7", "admin", "till:S1:T1", "follower:erp")
                .map(Client::named)
                .forEach(shop.keys::keyOf);
        shop.keys.keyOf(Client.named("browser:shop").on(Set.of("https://shop.example")));
        return shop.keys;
    }

    /** One fact that the timeline could not take in, until it is driven again. */
    @Bean
    ParkedFacts parkedFacts() {
        var at = Instant.parse("2026-11-20T10:00:00Z");
        var parked = new InMemoryParkedFacts();
        parked.park(
                new Parked("timeline", "", new Position(7), "consent.granted", "bug", at, at, 3));
        return parked;
    }

    @Bean
    Quarantine quarantine(InMemoryShop shop) {
        return shop.quarantine;
    }

    /** The real one lies next door. */
    @Bean
    MessagingContract messagingContract() throws IOException {
        var document =
                Files.readString(
                        Path.of("../adapters-messaging/src/main/resources/contract/asyncapi.json"));
        return () -> document;
    }

    @Bean
    KeptAnswers keptAnswers() {
        return new InMemoryAnswers();
    }

    @Bean
    LogProgress progress(InMemoryShop shop) {
        return shop.log;
    }

    @Bean
    LogPast logPast(InMemoryShop shop, ShopClock clock) {
        return new PastInMemory(shop.log, clock);
    }

    @Bean
    RecogniseCustomer recogniseCustomer(InMemoryShop shop) {
        return shop.recogniseCustomer;
    }

    @Bean
    RecordReveal recordReveal(InMemoryShop shop) {
        return shop.recordReveal;
    }

    @Bean
    FindCustomer findCustomer(InMemoryShop shop) {
        return shop.findCustomer;
    }

    @Bean
    CustomerDirectory directory(InMemoryShop shop) {
        return shop.directory;
    }

    @Bean
    FollowCustomer followCustomer(InMemoryShop shop) {
        return shop.changes;
    }

    @Bean
    PastProfiles pastProfiles(InMemoryShop shop) {
        return new InMemoryPastProfiles(shop.log);
    }

    @Bean
    ProfileViews profileViews(InMemoryShop shop) {
        return shop.profiles;
    }

    @Bean
    RecordConsent recordConsent(InMemoryShop shop) {
        return shop.recordConsent;
    }

    @Bean
    AskPermission askPermission(InMemoryShop shop) {
        return shop.askPermission;
    }

    @Bean
    ConsentViews consentViews(InMemoryShop shop) {
        return shop.consents;
    }

    @Bean
    BrowseCatalog browseCatalog(InMemoryShop shop) {
        return shop.browseCatalog;
    }

    @Bean
    KeepCatalog keepCatalog(InMemoryShop shop) {
        return shop.keepCatalog;
    }

    @Bean
    AskPrice askPrice(InMemoryShop shop) {
        return shop.askPrice;
    }

    @Bean
    PublishPrices publishPrices(InMemoryShop shop) {
        return shop.publishPrices;
    }

    @Bean
    RecordReceipt recordReceipt(InMemoryShop shop) {
        return shop.recordReceipt;
    }

    @Bean
    ReceiptViews receiptViews(InMemoryShop shop) {
        return shop.receipts;
    }

    @Bean
    OpenPoints openPoints(InMemoryShop shop) {
        return shop.openPoints;
    }

    @Bean
    AskPoints askPoints(InMemoryShop shop) {
        return BehaviorModule.askPoints(shop.receipts);
    }

    @Bean
    ModelQuality modelQuality(InMemoryShop shop) {
        return shop.modelQuality;
    }

    @Bean
    AskTraits askTraits(InMemoryShop shop) {
        return shop.askTraits;
    }

    @Bean
    Behaviors behaviors(InMemoryShop shop) {
        return shop.behaviors;
    }

    @Bean
    Breakable trackBehavior(InMemoryShop shop) {
        return new Breakable(shop.trackBehavior);
    }

    @Bean
    Decide decide(InMemoryShop shop) {
        return shop.decide;
    }

    @Bean
    DecisionJournal journal(InMemoryShop shop) {
        return shop.journal;
    }

    @Bean
    TakeFeedback takeFeedback(InMemoryShop shop) {
        return shop.takeFeedback;
    }

    @Bean
    CountFeedback countFeedback(InMemoryShop shop) {
        return shop.countFeedback;
    }

    @Bean
    Replay replay(InMemoryShop shop) {
        return shop.replay;
    }

    @Bean
    WhatCameBack whatCameBack(InMemoryShop shop) {
        return shop.whatCameBack;
    }

    @Bean
    HonourDecision honourDecision(InMemoryShop shop) {
        return shop.honourDecision;
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

    /** The other clock, by which keys and sessions end. */
    static final class WallClock implements InstantSource {
        private final ShopClock hands = new ShopClock();

        @Override
        public Instant instant() {
            return hands.instant();
        }

        void move(Duration by) {
            hands.move(by);
        }
    }

    /** Fails as it is told to; broken, with words that nobody outside may read. */
    static final class Breakable implements TrackBehavior {
        private final TrackBehavior whole;
        boolean broken;
        boolean contended;

        Breakable(TrackBehavior whole) {
            this.whole = whole;
        }

        @Override
        public List<Tracked> track(List<Behavior> behaviors) {
            if (broken) {
                throw new IllegalStateException("INSERT INTO behavior VALUES ('ada@example.org')");
            }
            if (contended) {
                throw new Contended("others were faster");
            }
            return whole.track(behaviors);
        }
    }
}
