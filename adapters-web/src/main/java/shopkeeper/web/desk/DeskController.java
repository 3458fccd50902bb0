package shopkeeper.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import shopkeeper.application.access.Scope;
import shopkeeper.application.profile.FindCustomer;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.web.desk.Shown.Choice;
import shopkeeper.web.kernel.IdentifierTypes;
import shopkeeper.web.profile.Looks;
import shopkeeper.web.security.CallableBy;

/** The page itself: to sign in, to find a customer, to see one. */
@Controller
final class DeskController {
    private final DeskGate gate;
    private final DeskPages pages;
    private final CustomerPage customers;
    private final FindCustomer find;
    private final Looks looks;

    DeskController(
            DeskGate gate,
            DeskPages pages,
            CustomerPage customers,
            FindCustomer find,
            Looks looks) {
        this.gate = gate;
        this.pages = pages;
        this.customers = customers;
        this.find = find;
        this.looks = looks;
    }

    @GetMapping("/")
    @OpenToAnybody
    void page(
            @RequestParam(required = false) @Nullable String customer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (gate.agent(request).isEmpty()) {
            gate.takeDeadCookie(request, response);
            pages.page("signin", Map.of("error", ""), 200, request, response);
        } else if (customer == null) {
            finding("loyalty", "", 200, request, response);
        } else {
            customers.show(customer, request, response);
        }
    }

    /**
     * An identifier is personal, so it travels in the body and the answer's address names an id.
     */
    @PostMapping("/desk/find")
    @CallableBy(Scope.PROFILES)
    void find(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String value,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var named = IdentifierTypes.named("type", type);
        Optional<CustomerId> found;
        try {
            found = find.find(new Identifier(named, value));
        } catch (IllegalArgumentException _) {
            finding(type, "This cannot be one: " + Words.type(named) + ".", 422, request, response);
            return;
        }
        if (found.isPresent()) {
            looks.found(gate.agent(request).orElseThrow(), found.get(), named, "desk");
            DeskPages.seeOther("/?customer=" + found.get().value(), response);
        } else {
            finding(type, "Nobody is known by this.", 422, request, response);
        }
    }

    private void finding(
            String type,
            String error,
            int status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<Choice> types = DeskPages.types(type);
        pages.page("find", Map.of("types", types, "error", error), status, request, response);
    }
}
