package shopkeeper.application.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shopkeeper.application.behavior.CountSales;
import shopkeeper.application.behavior.PurchaseFacts;
import shopkeeper.application.consent.AskPermission;
import shopkeeper.application.profile.CustomerDirectory;
import shopkeeper.domain.behavior.Bought;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.decision.SlateQuality;
import shopkeeper.domain.decision.SlateQuality.Served;
import shopkeeper.domain.kernel.CustomerId;

/** Sets what was shown beside what was bought afterwards by those who allow it. */
record MeasureServedSlates(
        ServedSlates slates,
        PurchaseFacts purchases,
        CountSales sales,
        AskPermission permissions,
        CustomerDirectory directory)
        implements ModelQuality {
    private static final int MOST = 5_000;

    /** To set what people bought beside what they saw is analysis, and serves none of them. */
    private static final Purpose FOLLOWING = Purpose.ANALYTICS;

    @Override
    public Report report(Instant since, Instant now) {
        var served = slates.since(since, MOST);
        var followed = followed(served, now);
        var known = new HashMap<CustomerId, List<Bought>>();
        var groups =
                SlateQuality.of(
                        served,
                        customer ->
                                followed.contains(directory.now(customer))
                                        ? Optional.of(
                                                known.computeIfAbsent(
                                                        directory.now(customer), this::bought))
                                        : Optional.empty(),
                        sales.sold(),
                        now);
        return new Report(since, now, SlateQuality.VERSION, served.size(), groups);
    }

    private Set<CustomerId> followed(List<Served> served, Instant now) {
        var people = new HashMap<CustomerId, Set<CustomerId>>();
        served.stream()
                .flatMap(one -> one.customer().stream())
                .map(directory::now)
                .forEach(customer -> people.computeIfAbsent(customer, this::visitors));
        var allowed = permissions.allowed(people, Set.of(FOLLOWING), now);
        var followed = new HashSet<CustomerId>();
        allowed.forEach((customer, purposes) -> {
            if (purposes.contains(FOLLOWING)) {
                followed.add(customer);
            }
        });
        return followed;
    }

    private Set<CustomerId> visitors(CustomerId customer) {
        var everyone = new HashSet<>(directory.everyone(customer));
        everyone.remove(customer);
        return everyone;
    }

    private List<Bought> bought(CustomerId customer) {
        return Bought.kept(
                directory.everyone(customer).stream()
                        .flatMap(one -> purchases.of(one).stream())
                        .toList());
    }
}
