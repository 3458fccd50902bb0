package shopkeeper.application.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shopkeeper.application.behavior.PurchaseFacts;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.decision.CameBack;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Language;

/**
 * Permission and receipts are asked for once, and only where the customer brought anything back
 * since a decision; one caller at a time.
 */
final class PersonsReturns implements WhatCameBack.OfPerson {
    private static final Use PERSONALIZATION = Use.of(Purpose.CONTENT_PERSONALIZATION);

    private final DecisionJournal journal;
    private final PurchaseFacts purchases;
    private final AskPermission permissions;
    private final CustomerId customer;
    private final Set<CustomerId> everyone;
    private final Optional<Instant> last;
    private final Instant now;
    private @Nullable Boolean allowed;
    private @Nullable List<BehaviorEvent> facts;

    PersonsReturns(
            DecisionJournal journal,
            PurchaseFacts purchases,
            AskPermission permissions,
            CustomerId customer,
            Set<CustomerId> everyone,
            Optional<Instant> last,
            Instant now) {
        this.journal = journal;
        this.purchases = purchases;
        this.permissions = permissions;
        this.customer = customer;
        this.everyone = everyone;
        this.last = last;
        this.now = now;
    }

    @Override
    public JournaledDecision beside(JournaledDecision decision) {
        var told = told(decision);
        return told.isEmpty() ? decision : beside(decision, told);
    }

    @Override
    public List<WhatCameBack.Told> told(JournaledDecision decision) {
        boolean since = last.filter(back -> back.isAfter(decision.decidedAt())).isPresent();
        if (!since || !isAllowed()) {
            return List.of();
        }
        return journal.recall(decision.id())
                .map(kept -> told(decision, new Tree(kept.body())))
                .orElse(List.of());
    }

    @Override
    public List<WhatCameBack.Told> ofLatest(int decisions) {
        return last.stream()
                .flatMap(back -> before(back, decisions))
                .sorted(Comparator.comparing(JournaledDecision::decidedAt).reversed())
                .limit(decisions)
                .flatMap(decision -> told(decision).stream())
                .toList();
    }

    private Stream<JournaledDecision> before(Instant back, int decisions) {
        return isAllowed()
                ? everyone.stream().flatMap(one -> journal.of(one, back, decisions).stream())
                : Stream.empty();
    }

    private List<WhatCameBack.Told> told(JournaledDecision decision, Tree body) {
        var suggested = new HashSet<ProductId>();
        var language = Language.ENGLISH;
        for (Tree placement : body.trees("placements")) {
            if (placement.text("kind").equals("recommendation")) {
                placement
                        .trees("items")
                        .forEach(item -> suggested.add(new ProductId(item.text("product"))));
                if (placement.list("context").contains("language:de")) {
                    language = Language.GERMAN;
                }
            }
        }
        var said = language;
        return CameBack.of(suggested, decision.decidedAt(), facts()).stream()
                .map(back ->
                        new WhatCameBack.Told(
                                decision, back, said, CameBackWords.words(back, said)))
                .toList();
    }

    /** The body stays as it was given, to the last character but its closing brace. */
    private JournaledDecision beside(JournaledDecision decision, List<WhatCameBack.Told> told) {
        var back = told.stream().map(WhatCameBack.Told::tree).toList();
        var end = journal.asText(Map.of("cameBack", back));
        var body = decision.body().substring(0, decision.body().length() - 1);
        return new JournaledDecision(
                decision.id(),
                decision.customer(),
                decision.mode(),
                decision.decidedAt(),
                decision.expiresAt(),
                body + "," + end.substring(1));
    }

    private boolean isAllowed() {
        var known = allowed;
        if (known == null) {
            var visitors = new HashSet<>(everyone);
            visitors.remove(customer);
            known = permissions.may(customer, visitors, PERSONALIZATION, now) instanceof Allowed;
            allowed = known;
        }
        return known;
    }

    private List<BehaviorEvent> facts() {
        var known = facts;
        if (known == null) {
            known = everyone.stream().flatMap(one -> purchases.of(one).stream()).toList();
            facts = known;
        }
        return known;
    }
}
