package shopkeeper.web.consent;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static shopkeeper.web.kernel.Input.oneOf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import shopkeeper.application.access.Scope;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.consent.ConsentViews;
import shopkeeper.application.consent.RecordConsent;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.domain.consent.ConsentCommand;
import shopkeeper.domain.consent.ConsentCommand.GrantConsent;
import shopkeeper.domain.consent.ConsentCommand.RefuseConsent;
import shopkeeper.domain.consent.ConsentCommand.WithdrawConsent;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Permission;
import shopkeeper.domain.consent.Permission.Allowed;
import shopkeeper.domain.consent.Permission.Denied;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Via;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.Messages;
import shopkeeper.web.kernel.Past;
import shopkeeper.web.kernel.Versions;
import shopkeeper.web.kernel.Written;
import shopkeeper.web.security.CallableBy;

/** A customer's word, taken and asked for. */
@RestController
@RequestMapping("/v1/profiles/{customer}")
final class ConsentController {
    private final RecordConsent consents;
    private final AskPermission permissions;
    private final ConsentViews views;
    private final CustomerDirectory directory;
    private final ConsentJsonMapper mapper;
    private final Messages messages;
    private final Past past;
    private final InstantSource clock;

    ConsentController(
            RecordConsent consents,
            AskPermission permissions,
            ConsentViews views,
            CustomerDirectory directory,
            ConsentJsonMapper mapper,
            Messages messages,
            Past past,
            InstantSource clock) {
        this.consents = consents;
        this.permissions = permissions;
        this.views = views;
        this.directory = directory;
        this.mapper = mapper;
        this.messages = messages;
        this.past = past;
        this.clock = clock;
    }

    @PutMapping(path = "/consents/{purpose}", consumes = APPLICATION_JSON_VALUE)
    @CallableBy(Scope.CONSENT)
    Written said(
            @PathVariable String customer,
            @PathVariable String purpose,
            @RequestBody ConsentJson.Said said,
            HttpServletRequest request) {
        var command = command(who(customer), use(purpose, said.contactMethod()), said);
        return Written.of(consents.record(messages.of(request, said), command));
    }

    /**
     * @param asOf set: what stood once, under exactly this name: whom a visitor turned out to be is
     *     known only now
     */
    @GetMapping("/consents")
    @CallableBy(Scope.PROFILES)
    ResponseEntity<ConsentJson.Standings> standing(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String asOf,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (asOf != null) {
            return stood(named(customer), past.readSeen(asOf, request, response).position());
        }
        var who = who(customer);
        // The version first: what is said in between must not carry the later one's name.
        var version = views.version(who);
        return Versions.tagged(
                version,
                new ConsentJson.Standings(
                        who.value(), views.standing(who).stream().map(mapper::standing).toList()));
    }

    private ResponseEntity<ConsentJson.Standings> stood(CustomerId who, Position then) {
        var stood = views.standing(who, then);
        return Versions.tagged(
                views.version(who, then),
                new ConsentJson.Standings(
                        who.value(), stood.stream().map(mapper::standing).toList()));
    }

    /**
     * @param asOf set: might we have, then?
     */
    @GetMapping(path = "/permissions/{purpose}", params = "!at")
    @CallableBy(Scope.CONSENT)
    ConsentJson.PermissionAnswer may(
            @PathVariable String customer,
            @PathVariable String purpose,
            @RequestParam(required = false) @Nullable String contactMethod,
            @RequestParam(required = false) @Nullable String asOf,
            HttpServletResponse response) {
        var use = use(purpose, contactMethod);
        if (asOf != null) {
            var then = past.read(asOf, response);
            return answer(permissions.mayThen(named(customer), use, then.position(), then.at()));
        }
        return answer(permissions.may(who(customer), use, clock.instant()));
    }

    private static ConsentJson.PermissionAnswer answer(Permission permission) {
        return switch (permission) {
            case Allowed(var basis, var evidence, var until) ->
                    new ConsentJson.PermissionAnswer(
                            true,
                            basis.name(),
                            evidence,
                            until.map(Object::toString).orElse(null),
                            null);
            case Denied(var code) ->
                    new ConsentJson.PermissionAnswer(false, null, null, null, code.name());
        };
    }

    /** A visitor who became known speaks as the customer. */
    private CustomerId who(String customer) {
        return directory.now(named(customer));
    }

    private static CustomerId named(String customer) {
        return Input.word("customer", customer, CustomerId::new);
    }

    private static Use use(String purpose, @Nullable String contactMethod) {
        var what = oneOf(Purpose.class, "purpose", purpose);
        var how =
                Optional.ofNullable(contactMethod)
                        .map(name -> oneOf(ContactMethod.class, "contactMethod", name));
        return Input.word("contactMethod", how, given -> new Use(what, given));
    }

    private ConsentCommand command(CustomerId customer, Use use, ConsentJson.Said said) {
        var channel =
                said.channel() == null
                        ? Channel.ONLINE
                        : oneOf(Channel.class, "channel", said.channel());
        var touchpoint = said.touchpoint() == null ? "web" : said.touchpoint();
        var via = Input.word("touchpoint", touchpoint, name -> new Via(channel, name));
        var now = clock.instant();
        var at = new Moment(said.at() == null ? now : Input.instant("at", said.at()), now);
        var choice = oneOf(Choice.class, "choice", said.choice());
        var heard = SpokenTo.caller().heard(choice, said.evidence());
        return switch (choice) {
            case GRANTED ->
                    new GrantConsent(
                            customer,
                            use,
                            notice(said.notice()),
                            method(said.method()),
                            heard,
                            via,
                            at);
            case REFUSED ->
                    new RefuseConsent(
                            customer,
                            use,
                            notice(said.notice()),
                            method(said.method()),
                            heard,
                            via,
                            at);
            case WITHDRAWN -> new WithdrawConsent(customer, use, heard, via, at);
        };
    }

    private static ConsentMethod method(@Nullable String name) {
        return oneOf(ConsentMethod.class, "method", name);
    }

    private static Notice notice(ConsentJson.@Nullable NoticeShown json) {
        var shown = Input.required("notice", json);
        var id = Input.required("notice.id", shown.id());
        var version = Input.required("notice.version", shown.version());
        var locale = Input.required("notice.locale", shown.locale());
        return Input.word("notice", id, name -> new Notice(name, version, locale));
    }
}
