package shopkeeper.application.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import shopkeeper.domain.behavior.Session;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentLedger;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.LiveVisits;
import shopkeeper.domain.recommendation.OwnBasket;
import shopkeeper.domain.recommendation.Place;
import shopkeeper.domain.recommendation.RankerTrainer;
import shopkeeper.domain.recommendation.Seasons;
import shopkeeper.domain.recommendation.SessionNeighbours;
import shopkeeper.domain.recommendation.Trainer;
import shopkeeper.domain.recommendation.Trends;

/**
 * What is learned from baskets beyond counting them: what begins to sell where, what belongs to the
 * season, and what trained models know. Whoever keeps it guards what it hears.
 */
final class Learning {
    /** Whoever says no to one of these is not learned from. */
    private static final Set<Purpose> LEARNING_NEEDS =
            EnumSet.of(Purpose.CONTENT_PERSONALIZATION, Purpose.PRODUCT_IMPROVEMENT);

    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final int VISITS = 50_000;

    private final PurchaseDiary diary;
    private final TrainedModels trained;

    /** What each customer said of these uses. */
    private final Map<CustomerId, ConsentLedger> ledgers = new ConcurrentHashMap<>();

    private final Map<Place, Trends> trends = new ConcurrentHashMap<>();
    private final Map<Place, Fresh> trending = new ConcurrentHashMap<>();
    private final Map<Place, Seasons> seasons = new ConcurrentHashMap<>();
    private final Seasons everywhere = new Seasons();
    private final Map<Place, Fresh> seasonal = new ConcurrentHashMap<>();
    private final LiveVisits visits = new LiveVisits(VISITS);

    /** What was so then: a few minutes make no difference. */
    private record Fresh(CandidateModel model, Instant then) {
        boolean isGood(Instant now) {
            return now.isBefore(then.plus(LASTS));
        }
    }

    Learning(PurchaseDiary diary, List<Trainer> more, RankerTrainer ranking) {
        this.diary = diary;
        trained = new TrainedModels(diary, more, ranking);
    }

    RetrainModels retraining() {
        return trained;
    }

    /** Empty before anything was trained. */
    Optional<String> version() {
        return trained.version();
    }

    /**
     * @param products what of it counts
     */
    void bought(OwnBasket basket, int[] products) {
        var place = basket.place();
        long day = day(basket.second());
        trends.computeIfAbsent(place, _ -> new Trends()).sold(products, basket.second());
        seasons.computeIfAbsent(place, _ -> new Seasons()).sold(products, day);
        everywhere.sold(products, day);
        trending.remove(place);
    }

    /** As if that had never been bought. */
    void undone(OwnBasket basket, int[] products) {
        var place = basket.place();
        long day = day(basket.second());
        trends.computeIfAbsent(place, _ -> new Trends()).unsold(products, basket.second());
        seasons.computeIfAbsent(place, _ -> new Seasons()).unsold(products, day);
        everywhere.unsold(products, day);
        trending.remove(place);
        seasonal.clear();
    }

    private static long day(long second) {
        return Math.floorDiv(second, Duration.ofDays(1).toSeconds());
    }

    void heard(ConsentEvent said) {
        var purpose = said.use().purpose();
        if (!LEARNING_NEEDS.contains(purpose)) {
            return;
        }
        var customer = said.customer();
        var before = ledgers.getOrDefault(customer, ConsentLedger.EMPTY);
        var after = before.evolve(said);
        if (after.equals(before)) {
            // A word that is older than the one that stands: it came late and changes nothing.
            return;
        }
        ledgers.put(customer, after);
        if (allGranted(after)) {
            trained.returns(customer);
        } else {
            trained.leaves(customer);
            diary.names(customer).forEach(visits::forget);
        }
    }

    private static boolean allGranted(ConsentLedger ledger) {
        return ledger.standing().values().stream()
                .allMatch(word -> word.choice() == Standing.Choice.GRANTED);
    }

    /** From now on they are one person: what one of them said no to, nobody learns of the other. */
    void becameKnown(CustomerId visitor, CustomerId customer) {
        var leaving = diary.becameKnown(visitor, customer);
        trained.takeOut(leaving);
        leaving.forEach(visits::forget);
    }

    /** Whoever asked says that it may be used; nobody learns from those who said no. */
    void looked(CustomerId customer, int product, Instant at) {
        if (!diary.isGone(customer)) {
            visits.looked(customer, product, at.getEpochSecond(), Session.IDLE.toSeconds());
        }
    }

    /**
     * What is known of where and when a slate is shown, and what was trained.
     *
     * @param person whose own visits tell nothing new
     */
    List<CandidateModel> models(
            Collection<CustomerId> person, Optional<StoreId> store, Instant at) {
        var models = new ArrayList<>(trained.models());
        models.add(new SessionNeighbours(visits, person));
        var place = placeOf(store);
        var here = trends.get(place);
        if (here != null) {
            models.add(
                    fresh(
                            trending,
                            place,
                            at,
                            () -> here.model(place.name(), at.getEpochSecond())));
        }
        models.add(fresh(seasonal, place, at, () -> season(place, at)));
        return models;
    }

    private CandidateModel season(Place place, Instant at) {
        return seasons.getOrDefault(place, everywhere)
                .model(place.name(), day(at.getEpochSecond()), everywhere);
    }

    /** A store that sold nothing yet looks at what is sold online. */
    private Place placeOf(Optional<StoreId> store) {
        var here = Place.of(store, Channel.ONLINE);
        return trends.containsKey(here) ? here : Place.of(Optional.empty(), Channel.ONLINE);
    }

    private static <K> CandidateModel fresh(
            Map<K, Fresh> known, K key, Instant at, Supplier<CandidateModel> now) {
        return known.compute(
                        key,
                        (_, before) ->
                                before != null && before.isGood(at)
                                        ? before
                                        : new Fresh(now.get(), at))
                .model();
    }
}
