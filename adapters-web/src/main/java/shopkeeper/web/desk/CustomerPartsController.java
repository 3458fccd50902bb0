package shopkeeper.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import shopkeeper.application.access.Scope;
import shopkeeper.application.profile.ProfileViews.TimelineEntry;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.DecisionId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.web.desk.Shown.WordForm;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.profile.ChangeStreams;
import shopkeeper.web.profile.Listener;
import shopkeeper.web.profile.Looks;
import shopkeeper.web.security.CallableBy;

/** The parts of a customer's page that look again by themselves when something happened. */
@Controller
@RequestMapping("/desk/customers/{customer}")
final class CustomerPartsController {
    private static final long LONGEST_POSITION = 18;

    /** As many tabs as an agent has open. */
    private static final int SHARE = 10;

    private final CustomerPage page;
    private final CustomerPanel customers;
    private final ConsentPanel consents;
    private final DecisionPanel decisions;
    private final TraitPanel traits;
    private final DeskPages pages;
    private final ChangeStreams streams;
    private final DeskGate gate;
    private final Looks looks;

    CustomerPartsController(
            CustomerPage page,
            CustomerPanel customers,
            ConsentPanel consents,
            DecisionPanel decisions,
            TraitPanel traits,
            DeskPages pages,
            ChangeStreams streams,
            DeskGate gate,
            Looks looks) {
        this.page = page;
        this.customers = customers;
        this.consents = consents;
        this.decisions = decisions;
        this.traits = traits;
        this.pages = pages;
        this.streams = streams;
        this.gate = gate;
        this.looks = looks;
    }

    /** Shown in full only when an agent asks for it. */
    @PostMapping("/identifiers")
    @CallableBy(Scope.PROFILES)
    void identifiers(
            @PathVariable String customer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var profile = page.known(customer);
        looks.shown(gate.agent(request).orElseThrow(), profile, "desk");
        var shown = CustomerPanel.who(profile, true);
        pages.part("identifiers", Map.of("customer", shown), 200, response);
    }

    /**
     * @param cursor set: only the entries that come after it, to be added to those that are there
     */
    @GetMapping("/timeline")
    @CallableBy(Scope.PROFILES)
    void timeline(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String seen,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletResponse response)
            throws IOException {
        var who = page.known(customer).customer();
        var after = Optional.ofNullable(seen).map(text -> position("seen", text));
        var from = Optional.ofNullable(cursor);
        var view = Input.word("cursor", from, where -> customers.timeline(who, after, where));
        var part = from.isPresent() ? "entries" : "timeline";
        pages.part(part, Map.of("view", view), 200, response);
    }

    @GetMapping("/matrix")
    @CallableBy(Scope.PROFILES)
    void matrix(@PathVariable String customer, HttpServletResponse response) throws IOException {
        var view = consents.view(page.known(customer).customer(), WordForm.empty(), "");
        pages.part("matrix", Map.of("view", view), 200, response);
    }

    @GetMapping("/decision")
    @CallableBy(Scope.DECIDE)
    void decision(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String before,
            HttpServletResponse response)
            throws IOException {
        var shown = Input.optional("before", before, DecisionId::new);
        var view = decisions.now(page.known(customer).customer(), shown);
        pages.part("decision", Map.of("view", view), 200, response);
    }

    /** An agent asks the shop anew. */
    @PostMapping("/decision")
    @CallableBy(Scope.DECIDE)
    void decideAgain(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var shown = Input.optional("before", before, DecisionId::new);
        var who = page.known(customer).customer();
        var view = decisions.again(who, shown);
        if (DeskPages.isPart(request)) {
            pages.part("decision", Map.of("view", view), 200, response);
        } else {
            DeskPages.seeOther("/?customer=" + who, response);
        }
    }

    @GetMapping("/answers")
    @CallableBy(Scope.DECIDE)
    void answers(@PathVariable String customer, HttpServletResponse response) throws IOException {
        var who = page.known(customer).customer();
        var shown = Map.of("customer", who.value(), "answers", customers.answers(who));
        pages.part("answers", shown, 200, response);
    }

    @GetMapping("/traits")
    @CallableBy(Scope.PROFILES)
    void traits(@PathVariable String customer, HttpServletResponse response) throws IOException {
        var view = traits.view(page.known(customer).customer());
        pages.part("traits", Map.of("view", view), 200, response);
    }

    /** Something happened, or somebody was answered: an answer must not ask for another one. */
    @GetMapping("/changes")
    @CallableBy(Scope.PROFILES)
    void changes(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletRequest request,
            HttpServletResponse response) {
        var from =
                Optional.ofNullable(last == null ? after : last)
                        .map(text -> new Position(position("after", text)));
        var listener =
                new Listener(
                        "desk:" + DeskGate.secret(request).orElseThrow(),
                        SHARE,
                        () -> gate.mayGoOn(request, Scope.PROFILES));
        streams.serve(
                page.known(customer).customer(),
                from,
                listener,
                response,
                CustomerPartsController::event);
    }

    private static ChangeStreams.Event event(TimelineEntry entry) {
        boolean answer = Suggestions.CHANGE_NOTHING.contains(entry.kind());
        // The page itself asks in support: that is no news to whoever looks at it.
        boolean isNews = !answer || entry.via().channel() != Channel.SUPPORT;
        return new ChangeStreams.Event(
                answer ? "answered" : "fact",
                isNews ? "Just now, " + Words.where(entry.via()) + ": " + entry.words() : "");
    }

    private static long position(String field, String text) {
        return Input.word(
                field,
                text,
                written -> {
                    if (written.length() > LONGEST_POSITION) {
                        throw new IllegalArgumentException("this is no position");
                    }
                    return Long.parseLong(written);
                });
    }
}
