package shopkeeper.web.behavior;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import shopkeeper.application.access.Scope;
import shopkeeper.application.behavior.AskTraits;
import shopkeeper.application.behavior.Behaviors;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.KnownCustomers;
import shopkeeper.web.security.CallableBy;

/** What is concluded from behavior: about one customer, and about what many looked for in vain. */
@RestController
@RequestMapping("/v1")
final class TraitsController {
    /** What fewer people do says too much about each of them. */
    private static final int LEAST_PEOPLE = 20;

    private final KnownCustomers known;
    private final AskTraits traits;
    private final Behaviors behaviors;
    private final InstantSource clock;

    TraitsController(
            KnownCustomers known, AskTraits traits, Behaviors behaviors, InstantSource clock) {
        this.known = known;
        this.traits = traits;
        this.behaviors = behaviors;
        this.clock = clock;
    }

    /**
     * @param asOf set: what would have been concluded then, as far as it was allowed then and is
     *     now
     */
    @GetMapping("/profiles/{customer}/traits")
    @CallableBy(Scope.PROFILES)
    TraitsJson.OfCustomer traits(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String asOf,
            HttpServletRequest request,
            HttpServletResponse response) {
        var whom = known.whom(customer, asOf, request, response);
        var now = clock.instant();
        return TraitsJson.OfCustomer.of(
                whom.customer(),
                whom.then()
                        .map(then -> traits.traitsThen(whom.customer(), then, now))
                        .orElseGet(() -> traits.traits(whom.customer(), now)));
    }

    /** Never about fewer than 20 people, each of whom allows it. */
    @GetMapping("/operations/searched-not-found")
    @CallableBy(Scope.OPERATE)
    Searches searchedNotFound(
            @RequestParam(defaultValue = "30") String days,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "100") String limit) {
        var since = today().minusDays(Input.number("days", days, 1, 395));
        var where =
                Optional.ofNullable(channel)
                        .map(name -> Input.oneOf(Channel.class, "channel", name));
        return new Searches(
                since,
                behaviors
                        .searchedNotFound(
                                since, where, LEAST_PEOPLE, Input.number("limit", limit, 1, 500))
                        .stream()
                        .map(one ->
                                new Search(
                                        one.query().text(),
                                        one.channel(),
                                        one.people(),
                                        one.times()))
                        .toList());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** What many looked for and did not find, most wanted first. */
    record Searches(LocalDate since, List<Search> searches) {}

    record Search(String query, Channel channel, int people, int times) {}
}
