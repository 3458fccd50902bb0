package shopkeeper.web.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import shopkeeper.application.access.Scope;
import shopkeeper.application.profile.ProfileViews.TimelineEntry;
import shopkeeper.domain.kernel.Position;
import shopkeeper.web.kernel.Json;
import shopkeeper.web.kernel.KnownCustomers;
import shopkeeper.web.kernel.Messages;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.security.CallableBy;
import shopkeeper.web.security.KeyAgain;

/** What changes for a customer while somebody listens. */
@RestController
final class ChangesController {
    /** A server listens for many pages, but leaves room for the others. */
    private static final int SHARE = 100;

    private final ChangeStreams streams;
    private final KnownCustomers known;
    private final ProfileJsonMapper mapper;
    private final Json json;
    private final KeyAgain key;

    ChangesController(
            ChangeStreams streams,
            KnownCustomers known,
            ProfileJsonMapper mapper,
            Json json,
            KeyAgain key) {
        this.streams = streams;
        this.known = known;
        this.mapper = mapper;
        this.json = json;
        this.key = key;
    }

    /** From now on, or after the last event that was received. */
    @GetMapping("/v1/profiles/{customer}/changes")
    @CallableBy(Scope.PROFILES)
    void changes(
            @PathVariable String customer,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletRequest request,
            HttpServletResponse response) {
        var who = known.now(customer).customer();
        var after = Optional.ofNullable(last).map(ChangesController::position);
        var listener =
                new Listener(
                        Messages.source(request), SHARE, key.mayStill(request, Scope.PROFILES));
        streams.serve(who, after, listener, response, this::event);
    }

    private ChangeStreams.Event event(TimelineEntry entry) {
        return new ChangeStreams.Event(
                entry.kind(), new String(json.write(mapper.entry(entry)), StandardCharsets.UTF_8));
    }

    private static Position position(String last) {
        if (!last.matches("[0-9]{1,18}")) {
            throw Problem.invalid("Last-Event-ID is not a position.").asException();
        }
        return new Position(Long.parseLong(last));
    }
}
