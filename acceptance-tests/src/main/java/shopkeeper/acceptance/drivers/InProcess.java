package shopkeeper.acceptance.drivers;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shopkeeper.application.behavior.RecordReceipt;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.decision.Decide;
import shopkeeper.application.decision.HonourDecision;
import shopkeeper.application.decision.HonourDecision.Honoured.Again;
import shopkeeper.application.decision.HonourDecision.Honoured.Refused;
import shopkeeper.application.decision.QuestionForm;
import shopkeeper.application.decision.TakeFeedback;
import shopkeeper.application.decision.WhatCameBack.Told;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.ProfileViews.TimelineEntry;
import shopkeeper.application.profile.RecogniseCustomer;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Contradicted;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.NotRecognised;
import shopkeeper.application.profile.RecogniseCustomer.Recognition.Recognised;
import shopkeeper.bootstrap.Platform;
import shopkeeper.domain.behavior.BehaviorCommand.RecordPurchase;
import shopkeeper.domain.behavior.BehaviorCommand.RecordReturn;
import shopkeeper.domain.behavior.BehaviorCommand.RecordVoid;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.behavior.VoidReason;
import shopkeeper.domain.consent.ConsentCommand;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentCommand.RefuseConsent;
import shopkeeper.domain.consent.ConsentCommand.WithdrawConsent;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.consent.WordOfMouth;
import shopkeeper.domain.decision.Question;
import shopkeeper.domain.decision.Question.Placement;
import shopkeeper.domain.decision.Question.Who;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Outcome.Accepted;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Recorded;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.recommendation.FeedbackCommand.GiveFeedback;
import shopkeeper.domain.recommendation.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** Through the ports of the application itself, as the platform wired them. */
public final class InProcess implements ChannelDriver {
    static final Notice NOTICE = new Notice("privacy", "3", "en-GB");
    private static final Optional<WordOfMouth> HEARD =
            Optional.of(new WordOfMouth("agent-7", "call-4711"));
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Platform platform;
    private final InstantSource clock;
    private final StoreId store;
    private final Seen seen;

    public InProcess(Platform platform, InstantSource clock, StoreId store, Seen seen) {
        this.platform = platform;
        this.clock = clock;
        this.store = store;
        this.seen = seen;
    }

    @Override
    public Way way() {
        return Way.IN_PROCESS;
    }

    @Override
    public Outcome visits(Identifier device) {
        return recognised(List.of(device));
    }

    @Override
    public Outcome logsIn(Identifier device, Person person) {
        return recognised(List.of(device, person.account()));
    }

    /** The shop learns that these point at one person. */
    public Outcome recognised(List<Identifier> identifiers) {
        var recognition =
                platform.port(RecogniseCustomer.class)
                        .recognise(message(), identifiers, Via.web(), now());
        return switch (recognition) {
            case Recognised(_, _, var position) -> {
                seen.heardOf(position.value());
                yield Outcome.of("accepted");
            }
            case NotRecognised(var refusal) -> new Outcome("refused", refusal.code());
            case Contradicted _ -> Outcome.of("conflict");
        };
    }

    @Override
    public Outcome buys(Receipt receipt) {
        return outcome(
                platform.port(RecordReceipt.class)
                        .record(
                                new RecordPurchase(
                                        new ReceiptId(receipt.name()),
                                        receipt.customer().map(this::customer),
                                        Optional.of(store),
                                        receipt.lines(),
                                        Money.zero(receipt.total().currency()),
                                        receipt.total(),
                                        Via.till(),
                                        new Moment(receipt.begin(), clock.instant()))));
    }

    @Override
    public Outcome givesBack(Receipt receipt) {
        return outcome(
                platform.port(RecordReceipt.class)
                        .record(
                                new RecordReturn(
                                        new ReceiptId(receipt.name()),
                                        receipt.sale().map(sale -> new ReceiptId(sale.name())),
                                        receipt.customer().map(this::customer),
                                        Optional.of(store),
                                        receipt.lines(),
                                        reasons(receipt),
                                        receipt.total(),
                                        Via.till(),
                                        new Moment(receipt.begin(), clock.instant()))));
    }

    private static Map<ProductId, ReturnReason> reasons(Receipt receipt) {
        return receipt.why().flatMap(ReturnReason::said).stream()
                .flatMap(said ->
                        receipt.lines().stream().map(line -> Map.entry(line.product(), said)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Outcome voids(Receipt sale) {
        return outcome(
                platform.port(RecordReceipt.class)
                        .record(
                                new RecordVoid(
                                        new ReceiptId("void-" + sale.name()),
                                        new ReceiptId(sale.name()),
                                        VoidReason.VOIDED,
                                        Optional.of(store),
                                        Via.till(),
                                        now())));
    }

    @Override
    public Outcome says(Choice choice, Identifier who, Purpose purpose) {
        return outcome(
                platform.port(RecordConsent.class)
                        .record(message(), word(choice, customer(who), Use.of(purpose))));
    }

    @Override
    public Answer asks(Asked question) {
        awaitSeen();
        var decision =
                platform.port(Decide.class)
                        .decide(
                                new Question(
                                        new DecisionId(UUID.randomUUID().toString()),
                                        question.who()
                                                .<Who>map(Who.Pointed::new)
                                                .orElseGet(Who.Nobody::new),
                                        Via.phone(),
                                        Optional.of(store),
                                        Optional.empty(),
                                        question.moment().cart().stream()
                                                .map(ProductId::new)
                                                .toList(),
                                        List.of(placement(question)),
                                        now(),
                                        QuestionForm.around(
                                                question.moment().context(),
                                                question.moment().locale())));
        return new Answer("ok", JSON.readTree(decision.body()));
    }

    @Override
    public Outcome feedback(String decision, String verdict, String product) {
        return outcome(
                platform.port(TakeFeedback.class)
                        .take(
                                message(),
                                new GiveFeedback(
                                        new DecisionId(decision),
                                        List.of(new ProductId(product)),
                                        Verdict.valueOf(
                                                verdict.toUpperCase(Locale.ROOT).replace('-', '_')),
                                        Via.phone(),
                                        now())));
    }

    @Override
    public Answer again(String decisionId) {
        return switch (platform.port(HonourDecision.class)
                .honour(new DecisionId(decisionId), clock.instant())) {
            case Again(var decision) -> new Answer("ok", JSON.readTree(decision.body()));
            case Refused(var refusal, var back) ->
                    new Answer(
                            refusal.code(),
                            JSON.valueToTree(
                                    Map.of("cameBack", back.stream().map(Told::tree).toList())));
        };
    }

    @Override
    public List<String> timeline(Identifier who) {
        return entries(who).map(TimelineEntry::kind).toList();
    }

    @Override
    public List<String> late(Identifier who) {
        return entries(who).filter(TimelineEntry::isLate).map(TimelineEntry::kind).toList();
    }

    private Stream<TimelineEntry> entries(Identifier who) {
        awaitSeen();
        return find(who).stream()
                .flatMap(customer ->
                        platform.port(ProfileViews.class).timeline(customer, 100).stream());
    }

    public Optional<CustomerId> find(Identifier who) {
        return platform.port(FindCustomer.class).find(who);
    }

    public Outcome outcome(Recorded<?, ?> recorded) {
        seen.heardOf(recorded.position().value());
        return switch (recorded) {
            case Recorded.Decided<?, ?>(Accepted<?, ?> _, _) -> Outcome.of("accepted");
            case Recorded.Decided<?, ?>(
                            shopkeeper.domain.kernel.Outcome.Refused<?, ?>(var refusal),
                            _) ->
                    new Outcome("refused", refusal.code());
            case Recorded.Duplicate<?, ?> _ -> Outcome.of("duplicate");
            case Recorded.Conflict<?, ?> _ -> Outcome.of("conflict");
            case Recorded.Stale<?, ?> _ -> Outcome.of("version-mismatch");
        };
    }

    public void awaitSeen() {
        if (!platform.port(LogProgress.class)
                .await(new Position(seen.position()), Duration.ofSeconds(10))) {
            throw new IllegalStateException(
                    "position " + seen.position() + " is not visible after 10 s");
        }
    }

    long noted() {
        return seen.position();
    }

    public Message message() {
        return new Message(new MessageId("specs", UUID.randomUUID().toString()), "once");
    }

    public Moment now() {
        return Moment.at(clock.instant());
    }

    @Override
    public void close() {}

    private CustomerId customer(Identifier who) {
        return find(who)
                .or(() -> {
                    recognised(List.of(who));
                    return find(who);
                })
                .orElseThrow();
    }

    private ConsentCommand word(Choice choice, CustomerId customer, Use use) {
        return switch (choice) {
            case GRANTED ->
                    new GrantConsent(
                            customer, use, NOTICE, ConsentMethod.SPOKEN, HEARD, Via.phone(), now());
            case REFUSED ->
                    new RefuseConsent(
                            customer, use, NOTICE, ConsentMethod.SPOKEN, HEARD, Via.phone(), now());
            case WITHDRAWN -> new WithdrawConsent(customer, use, HEARD, Via.phone(), now());
        };
    }

    private static Placement placement(Asked question) {
        var products = question.products().stream().map(ProductId::new).toList();
        return switch (question.kind()) {
            case "recommendation" ->
                    new Placement.Recommendations(
                            question.moment().placement(),
                            products,
                            question.moment().limit(),
                            QuestionForm.filter(question.moment().filter()),
                            QuestionForm.promoted(
                                    question.moment().pinned(), question.moment().boosted()));
            case "price" -> new Placement.Prices("here", products);
            case String other -> new Placement.Unavailable("here", other);
        };
    }
}
