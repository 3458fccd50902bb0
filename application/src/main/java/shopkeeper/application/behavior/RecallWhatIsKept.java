package shopkeeper.application.behavior;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.domain.behavior.Behavior;
import shopkeeper.domain.behavior.Session;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.kernel.CustomerId;

/** Day by day, the oldest first; everybody is asked once more whether it may be used now. */
record RecallWhatIsKept(
        Behaviors behaviors,
        AskPermission permissions,
        CustomerDirectory directory,
        FollowLooks looks)
        implements RecallLooks {
    private static final int DAYS = 7;
    private static final int MOST_A_DAY = 20_000;
    private static final Set<Purpose> NEEDED =
            Set.of(Purpose.CONTENT_PERSONALIZATION, Purpose.PRODUCT_IMPROVEMENT);

    @Override
    public int recall(Instant until) {
        var today = LocalDate.ofInstant(until, ZoneOffset.UTC);
        int read = 0;
        for (int ago = DAYS - 1; ago >= 0; ago--) {
            var kept =
                    behaviors
                            .ofDay(
                                    today.minusDays(ago),
                                    Purpose.CONTENT_PERSONALIZATION,
                                    MOST_A_DAY)
                            .stream()
                            .filter(one -> one.at().received().isBefore(until))
                            .toList();
            var may = whoMay(kept, until);
            kept.stream().filter(one -> may.contains(one.customer())).forEach(this::recall);
            read += kept.size();
        }
        return read;
    }

    private void recall(Behavior kept) {
        Session.begun(kept.act(), kept.at().effective())
                .products()
                .forEach(product -> looks.recalled(kept.customer(), product, kept.at()));
    }

    private Set<CustomerId> whoMay(List<Behavior> kept, Instant now) {
        Map<CustomerId, Set<CustomerId>> people = new HashMap<>();
        for (Behavior one : kept) {
            people.computeIfAbsent(one.customer(), this::others);
        }
        var may = new HashSet<CustomerId>();
        if (!people.isEmpty()) {
            permissions
                    .allowed(people, NEEDED, now)
                    .forEach((customer, allowed) -> {
                        if (allowed.containsAll(NEEDED)) {
                            may.add(customer);
                        }
                    });
        }
        return may;
    }

    private Set<CustomerId> others(CustomerId customer) {
        var everyone = new HashSet<>(directory.everyone(customer));
        everyone.remove(customer);
        return everyone;
    }
}
