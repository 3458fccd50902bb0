package shopkeeper.web.kernel;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import shopkeeper.application.profile.PastProfiles;
import shopkeeper.application.profile.ProfileViews;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.domain.kernel.CustomerId;

/** The customer that a path names, as they are known now or were known once; else 404. */
@Component
public final class KnownCustomers {
    private final ProfileViews views;
    private final PastProfiles past;
    private final Past moments;

    KnownCustomers(ProfileViews views, PastProfiles past, Past moments) {
        this.views = views;
        this.past = past;
        this.moments = moments;
    }

    /**
     * Whom the answer is about.
     *
     * @param profile as they are shown, now or then
     * @param then set where that is asked
     */
    public record Whom(ProfileViews.Profile profile, Optional<Then> then) {
        public CustomerId customer() {
            return profile.customer();
        }
    }

    /** A visitor who became known is the customer. */
    public ProfileViews.Profile now(String customer) {
        return views.profile(id(customer))
                .orElseThrow(() -> Problem.notFound("There is no such customer.").asException());
    }

    /**
     * @param asOf set: who the shop took them for then, under the name it had for them
     */
    public Whom whom(
            String customer,
            @Nullable String asOf,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (asOf == null) {
            return new Whom(now(customer), Optional.empty());
        }
        var moment = moments.readSeen(asOf, request, response);
        var once =
                past.once(id(customer), moment.position())
                        .orElseThrow(() ->
                                Problem.notFound("There was no such customer then.").asException());
        return new Whom(
                once.profile(),
                Optional.of(new Then(once.everyone(), moment.position(), moment.at())));
    }

    private static CustomerId id(String customer) {
        return Input.word("customer", customer, CustomerId::new);
    }
}
