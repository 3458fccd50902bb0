package shopkeeper.application.decision;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shopkeeper.application.behavior.LastReturns;
import shopkeeper.application.behavior.PurchaseFacts;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.decision.CameBack;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Language;

/** Receipts are read only where the customer brought anything back since. */
record CameBackBesideBody(
        DecisionJournal journal,
        LastReturns returns,
        PurchaseFacts purchases,
        AskPermission permissions,
        CustomerDirectory directory)
        implements WhatCameBack {
    private static final Use PERSONALIZATION = Use.of(Purpose.CONTENT_PERSONALIZATION);

    @Override
    public JournaledDecision with(JournaledDecision decision, Instant now) {
        return decision.customer()
                .map(customer -> with(decision, directory.now(customer), now))
                .orElse(decision);
    }

    private JournaledDecision with(JournaledDecision decision, CustomerId customer, Instant now) {
        var everyone = directory.everyone(customer);
        boolean since =
                returns.of(everyone).filter(last -> last.isAfter(decision.decidedAt())).isPresent();
        if (!since || !isAllowed(customer, everyone, now)) {
            return decision;
        }
        return journal.recall(decision.id())
                .map(kept -> with(decision, new Tree(kept.body()), everyone))
                .orElse(decision);
    }

    private boolean isAllowed(CustomerId customer, Set<CustomerId> everyone, Instant now) {
        var visitors = new HashSet<>(everyone);
        visitors.remove(customer);
        return permissions.may(customer, visitors, PERSONALIZATION, now) instanceof Allowed;
    }

    private JournaledDecision with(
            JournaledDecision decision, Tree body, Set<CustomerId> everyone) {
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
        var facts = everyone.stream().flatMap(one -> purchases.of(one).stream()).toList();
        var back = CameBack.of(suggested, decision.decidedAt(), facts);
        return back.isEmpty() ? decision : beside(decision, back, language);
    }

    /** The body stays as it was given, to the last character but its closing brace. */
    private JournaledDecision beside(
            JournaledDecision decision, List<CameBack> back, Language language) {
        var told =
                journal.asText(
                        Map.of("cameBack", back.stream().map(one -> tree(one, language)).toList()));
        var body = decision.body().substring(0, decision.body().length() - 1);
        return new JournaledDecision(
                decision.id(),
                decision.customer(),
                decision.mode(),
                decision.decidedAt(),
                decision.expiresAt(),
                body + "," + told.substring(1));
    }

    private static Map<String, Object> tree(CameBack back, Language language) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("product", back.product().value());
        tree.put("code", back.whole() ? "RETURNED" : "PARTLY_RETURNED");
        back.why().ifPresent(why -> tree.put("why", why.name()));
        tree.put("text", words(back, language));
        tree.put("at", back.at().toString());
        return tree;
    }

    private static String words(CameBack back, Language language) {
        var returned =
                switch (language) {
                    case ENGLISH -> back.whole() ? "returned" : "partly returned";
                    case GERMAN -> back.whole() ? "zurückgegeben" : "teilweise zurückgegeben";
                };
        return back.why().map(why -> returned + ": " + words(why, language)).orElse(returned);
    }

    private static String words(ReturnReason why, Language language) {
        boolean german = language == Language.GERMAN;
        return switch (why) {
            case TOO_SMALL -> german ? "zu klein" : "too small";
            case TOO_LARGE -> german ? "zu groß" : "too large";
            case DEFECTIVE -> german ? "beschädigt" : "defective";
            case WRONG_ITEM -> german ? "falscher Artikel" : "the wrong item";
            case NOT_AS_DESCRIBED -> german ? "nicht wie beschrieben" : "not as described";
            case CHANGED_MIND -> german ? "anders überlegt" : "changed their mind";
            case OTHER -> german ? "aus einem anderen Grund" : "for another reason";
        };
    }
}
