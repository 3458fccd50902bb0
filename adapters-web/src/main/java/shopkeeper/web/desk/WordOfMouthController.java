package shopkeeper.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Scope;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.kernel.LogProgress;
import shopkeeper.application.profile.ProfileViews.Profile;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.web.desk.Shown.WordForm;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.Written;
import shopkeeper.web.security.CallableBy;

/** Takes down what a customer says on the phone or in a chat. */
@Controller
final class WordOfMouthController {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DeskGate gate;
    private final CustomerPage page;
    private final ConsentPanel consents;
    private final RecordConsent record;
    private final LogProgress progress;
    private final DeskPages pages;
    private final InstantSource clock;

    WordOfMouthController(
            DeskGate gate,
            CustomerPage page,
            ConsentPanel consents,
            RecordConsent record,
            LogProgress progress,
            DeskPages pages,
            InstantSource clock) {
        this.gate = gate;
        this.page = page;
        this.consents = consents;
        this.record = record;
        this.progress = progress;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/desk/customers/{customer}/consents")
    @CallableBy(Scope.CONSENT)
    void said(
            @PathVariable String customer,
            @RequestParam(defaultValue = "") String say,
            @RequestParam(required = false) @Nullable String message,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var profile = page.known(customer);
        var id = Input.required("message", message, name -> new MessageId("desk", name));
        var agent = gate.agent(request).flatMap(Client::agent).orElseThrow();
        var word = new WordOfMouthReader(form(fields), say, agent);
        var checked = word.checked();
        if (checked.isWrong()) {
            answer(profile, checked, "", 422, request, response);
            return;
        }
        var command = word.command(profile.customer(), Moment.at(clock.instant()));
        var written = Written.of(record.record(new Message(id, say), command));
        progress.await(new Position(written.position()), PATIENCE);
        answer(profile, checked, word.done(), 200, request, response);
    }

    private void answer(
            Profile profile,
            WordForm form,
            String done,
            int status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var view = consents.view(profile.customer(), form, done);
        if (DeskPages.isPart(request)) {
            pages.part("consents", Map.of("view", view), status, response);
        } else if (status == 200) {
            DeskPages.seeOther("/?customer=" + profile.customer(), response);
        } else {
            page.show(profile, view, status, request, response);
        }
    }

    private static WordForm form(Map<String, String> fields) {
        return new WordForm(
                field(fields, "call"),
                field(fields, "touchpoint"),
                field(fields, "notice"),
                field(fields, "version"),
                field(fields, "locale"),
                "",
                "");
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
