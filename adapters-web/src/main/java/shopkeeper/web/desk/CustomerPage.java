package shopkeeper.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import shopkeeper.application.profile.ProfileViews.Profile;
import shopkeeper.web.desk.Shown.ConsentsView;
import shopkeeper.web.desk.Shown.WordForm;
import shopkeeper.web.kernel.KnownCustomers;

/** One customer, whole. */
@Component
final class CustomerPage {
    private final KnownCustomers known;
    private final CustomerPanel customers;
    private final ConsentPanel consents;
    private final DecisionPanel decisions;
    private final TraitPanel traits;
    private final DeskPages pages;

    CustomerPage(
            KnownCustomers known,
            CustomerPanel customers,
            ConsentPanel consents,
            DecisionPanel decisions,
            TraitPanel traits,
            DeskPages pages) {
        this.known = known;
        this.customers = customers;
        this.consents = consents;
        this.decisions = decisions;
        this.traits = traits;
        this.pages = pages;
    }

    Profile known(String customer) {
        return known.now(customer);
    }

    void show(String customer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var profile = known(customer);
        var word = consents.view(profile.customer(), WordForm.empty(), "");
        show(profile, word, 200, request, response);
    }

    void show(
            Profile profile,
            ConsentsView word,
            int status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var who = profile.customer();
        var shown = new HashMap<String, Object>();
        shown.put("customer", CustomerPanel.who(profile, false));
        shown.put("consents", word);
        shown.put("timeline", customers.timeline(who, Optional.empty(), Optional.empty()));
        shown.put("decision", decisions.now(who, Optional.empty()));
        shown.put("answers", customers.answers(who));
        shown.put("traits", traits.view(who));
        shown.put("types", DeskPages.types("loyalty"));
        pages.page("customer", Map.copyOf(shown), status, request, response);
    }
}
