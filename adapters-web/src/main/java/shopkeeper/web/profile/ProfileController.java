package shopkeeper.web.profile;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static shopkeeper.web.repetition.Repeated.Way.ASKED_AFRESH;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import shopkeeper.application.access.Scope;
import shopkeeper.application.decision.DecisionJournal;
import shopkeeper.application.decision.JournaledDecision;
import shopkeeper.application.decision.WhatCameBack;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.ProfileViews.TimelinePart;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.web.kernel.IdentifierTypes;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.KnownCustomers;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.repetition.Repeated;
import shopkeeper.web.security.CallableBy;
import shopkeeper.web.security.Callers;

/** Who the customer is and was, what they did and what they were told. */
@RestController
@RequestMapping("/v1/profiles")
final class ProfileController {
    private static final String OVER_REST = "rest";

    private final FindCustomer customers;
    private final CustomerDirectory directory;
    private final ProfileViews views;
    private final KnownCustomers known;
    private final DecisionJournal journal;
    private final WhatCameBack cameBack;
    private final ProfileJsonMapper mapper;
    private final Looks looks;
    private final InstantSource clock;

    ProfileController(
            FindCustomer customers,
            CustomerDirectory directory,
            ProfileViews views,
            KnownCustomers known,
            DecisionJournal journal,
            WhatCameBack cameBack,
            ProfileJsonMapper mapper,
            Looks looks,
            InstantSource clock) {
        this.customers = customers;
        this.directory = directory;
        this.views = views;
        this.known = known;
        this.journal = journal;
        this.cameBack = cameBack;
        this.mapper = mapper;
        this.looks = looks;
        this.clock = clock;
    }

    /** An identifier is personal, so it travels in the body. */
    @PostMapping(path = "/lookup", consumes = APPLICATION_JSON_VALUE)
    @CallableBy(Scope.PROFILES)
    @Repeated(ASKED_AFRESH)
    ProfileJson.Found lookup(@RequestBody ProfileJson.Pointer pointer) {
        var type = IdentifierTypes.named("type", pointer.type());
        var identifier =
                Input.required("value", pointer.value(), value -> new Identifier(type, value));
        var found =
                customers
                        .find(identifier)
                        .orElseThrow(() ->
                                Problem.notFound("Nobody is known under this identifier.")
                                        .asException());
        Callers.caller().ifPresent(who -> looks.found(who, found, type, OVER_REST));
        return new ProfileJson.Found(found.value());
    }

    /**
     * @param asOf set: who the shop took them for then, under the name it had for them
     */
    @GetMapping("/{customer}")
    @CallableBy(Scope.PROFILES)
    ProfileJson.Profile profile(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String asOf,
            HttpServletRequest request,
            HttpServletResponse response) {
        return shown(known.whom(customer, asOf, request, response).profile());
    }

    /**
     * @param asOf set: which identifiers were theirs then
     */
    @GetMapping("/{customer}/identifiers")
    @CallableBy(Scope.PROFILES)
    ProfileJson.Identifiers identifiers(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String asOf,
            HttpServletRequest request,
            HttpServletResponse response) {
        var profile = profile(customer, asOf, request, response);
        return new ProfileJson.Identifiers(profile.customer(), profile.identifiers());
    }

    /**
     * @param asOf set: what was heard of by then, of whom they were known to be
     */
    @GetMapping("/{customer}/timeline")
    @CallableBy(Scope.PROFILES)
    ProfileJson.Timeline timeline(
            @PathVariable String customer,
            @RequestParam(defaultValue = "100") String limit,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String asOf,
            HttpServletRequest request,
            HttpServletResponse response) {
        var whom = known.whom(customer, asOf, request, response);
        var part =
                new TimelinePart(
                        Input.number("limit", limit, 1, 500),
                        Optional.ofNullable(channel)
                                .map(name -> Input.oneOf(Channel.class, "channel", name)),
                        Optional.ofNullable(cursor),
                        whom.then());
        var page = Input.word("cursor", part, asked -> views.timeline(whom.customer(), asked));
        return new ProfileJson.Timeline(
                whom.customer().value(),
                page.entries().stream().map(mapper::entry).toList(),
                page.next().orElse(null));
    }

    /**
     * Also those that were made for a visitor who turned out to be this customer.
     *
     * @param open only those that are still honoured
     * @param asOf set: those in the log by then, word for word, for whom they were known to be;
     *     what came back is not told
     */
    @GetMapping("/{customer}/decisions")
    @CallableBy(Scope.PROFILES)
    ProfileJson.Decisions decisions(
            @PathVariable String customer,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(defaultValue = "false") String open,
            @RequestParam(required = false) @Nullable String asOf,
            HttpServletRequest request,
            HttpServletResponse response) {
        int most = Input.number("limit", limit, 1, 100);
        boolean onlyOpen = Input.truth("open", open);
        if (asOf == null) {
            var now = clock.instant();
            var who = directory.now(id(customer));
            var made =
                    directory.everyone(who).stream().flatMap(one -> journal.of(one, most).stream());
            var back = cameBack.of(who, now);
            return decisions(
                    who,
                    latest(made, onlyOpen ? now : Instant.MIN, most).map(back::beside),
                    decision -> views.heardLater(who, decision.decidedAt()));
        }
        var whom = known.whom(customer, asOf, request, response);
        var then = whom.then().orElseThrow();
        var made =
                then.everyone().stream()
                        .flatMap(one -> journal.of(one, then.upTo(), most).stream());
        return decisions(
                whom.customer(),
                latest(made, onlyOpen ? then.at() : Instant.MIN, most),
                decision -> views.heardLater(then, decision.decidedAt()));
    }

    private static Stream<JournaledDecision> latest(
            Stream<JournaledDecision> made, Instant openAt, int most) {
        return made.filter(decision -> openAt.isBefore(decision.expiresAt()))
                .sorted(Comparator.comparing(JournaledDecision::decidedAt).reversed())
                .limit(most);
    }

    private static ProfileJson.Decisions decisions(
            CustomerId who,
            Stream<JournaledDecision> latest,
            ToIntFunction<JournaledDecision> laterFacts) {
        var decisions = latest.toList();
        return new ProfileJson.Decisions(
                who.value(),
                decisions.stream()
                        .map(decision -> new ProfileJson.Journaled(decision.body()))
                        .toList(),
                decisions.stream()
                        .map(decision ->
                                new ProfileJson.MadeWithout(
                                        decision.id().value(), laterFacts.applyAsInt(decision)))
                        .filter(made -> made.laterFacts() > 0)
                        .toList());
    }

    /** What is told of a person is told in full, so who hears it is kept. */
    private ProfileJson.Profile shown(ProfileViews.Profile profile) {
        Callers.caller().ifPresent(who -> looks.shown(who, profile, OVER_REST));
        return mapper.profile(profile);
    }

    private static CustomerId id(String customer) {
        return Input.word("customer", customer, CustomerId::new);
    }
}
