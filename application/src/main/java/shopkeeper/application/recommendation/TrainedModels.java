package shopkeeper.application.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.Interactions;
import shopkeeper.domain.recommendation.ItemNeighbours;
import shopkeeper.domain.recommendation.RankerTrainer;
import shopkeeper.domain.recommendation.Trainer;
import shopkeeper.domain.recommendation.TunedBlend;

/**
 * The models that are trained now and then and served meanwhile. They are swapped all at once; who
 * asks while that happens gets the old ones or the new ones, never some of both.
 */
final class TrainedModels implements RetrainModels {
    private static final Duration SCHEDULE = Duration.ofHours(24);
    private static final Duration BREATH = Duration.ofMinutes(1);

    /** So large a share of new baskets is a drift. */
    private static final double DRIFT = .1;

    private static final int FEWEST_CUSTOMERS = 20;

    /**
     * New models may be so much worse than those before, for they are measured on other baskets;
     * and with each training that failed by that so much more: what is so again and again is how
     * the shop is now.
     */
    private static final double MAY_LOSE = .9;

    private static final long SEED = 1;

    private final PurchaseDiary diary;
    private final List<Trainer> more;
    private final RankerTrainer ranking;
    private final Object swapping = new Object();
    private volatile Served served = Served.NOTHING;
    private @Nullable Instant last;
    private int learned;
    private int failedInARow;
    private int left;

    private record Served(
            String version,
            double reached,
            List<CandidateModel> models,
            Map<CustomerId, Integer> rows) {
        static final Served NOTHING = new Served("untrained", 0, List.of(), Map.of());

        Served {
            models = List.copyOf(models);
        }

        Served without(CustomerId customer) {
            Integer row = rows.get(customer);
            return row == null
                    ? this
                    : new Served(
                            version,
                            reached,
                            models.stream().map(model -> model.without(row)).toList(),
                            rows);
        }
    }

    /**
     * @param more models beside those that count
     * @param ranking learns to put together what they say
     */
    TrainedModels(PurchaseDiary diary, List<Trainer> more, RankerTrainer ranking) {
        this.diary = diary;
        this.more = List.copyOf(more);
        this.ranking = ranking;
    }

    List<CandidateModel> models() {
        return served.models();
    }

    /** Empty before anything was trained. */
    Optional<String> version() {
        var now = served;
        return now.models().isEmpty() ? Optional.empty() : Optional.of(now.version());
    }

    /** What of theirs is served takes no part at once. */
    void leaves(CustomerId customer) {
        diary.leaves(customer);
        takeOut(diary.names(customer));
    }

    /** These names left, each of them by itself or with whoever they turned out to be. */
    void takeOut(Collection<CustomerId> gone) {
        synchronized (swapping) {
            for (CustomerId name : gone) {
                served = served.without(name);
            }
        }
    }

    void returns(CustomerId customer) {
        diary.returns(customer);
    }

    @Override
    public synchronized Training whenDue(Instant now) {
        if (!isDue(now)) {
            return told(Result.NOT_DUE, 0, 0);
        }
        var notes = diary.notes();
        Training training;
        try {
            training = train(notes, now);
        } catch (RuntimeException | OutOfMemoryError failure) {
            letGoOfWhoLeft();
            throw failure;
        }
        // A training that failed never was: what was new or gone is still to be learned.
        last = now;
        learned = notes.size();
        left = notes.leaves();
        return training;
    }

    private Training train(PurchaseDiary.Notes notes, Instant now) {
        if (returning(notes.all()) < FEWEST_CUSTOMERS) {
            serve(Served.NOTHING);
            return told(Result.TOO_LITTLE, 0, 0);
        }
        var tuned = TunedBlend.nextBasket(notes.all(), ranking, SEED);
        double floor =
                Math.max(popular(tuned), served.reached() * Math.pow(MAY_LOSE, 1 + failedInARow));
        if (tuned.reached() < floor) {
            failedInARow++;
            letGoOfWhoLeft();
            return told(Result.BELOW_FLOOR, tuned.reached(), floor);
        }
        var version = "%s/baskets=%d/%s".formatted(TunedBlend.POLICY, notes.all().baskets(), now);
        failedInARow = 0;
        serve(new Served(version, tuned.reached(), models(tuned, notes.all()), notes.rows()));
        return told(Result.SERVED, tuned.reached(), floor);
    }

    /** What the old models learned of them is not kept for want of better ones. */
    private void letGoOfWhoLeft() {
        if (served.rows().keySet().stream().anyMatch(diary::isGone)) {
            serve(Served.NOTHING);
        }
    }

    /** Whoever left while the models were trained is taken out before anybody asks them. */
    private void serve(Served next) {
        synchronized (swapping) {
            var swapped = next;
            for (CustomerId customer : next.rows().keySet()) {
                swapped = diary.isGone(customer) ? swapped.without(customer) : swapped;
            }
            served = swapped;
        }
    }

    private boolean isDue(Instant now) {
        if (last == null) {
            return true;
        }
        int news = diary.size() - learned;
        boolean drift = news > 0 && news >= DRIFT * learned;
        return !now.isBefore(last.plus(SCHEDULE))
                || (!now.isBefore(last.plus(BREATH)) && (drift || diary.leaves() != left));
    }

    private static int returning(Interactions all) {
        int returning = 0;
        for (int customer = 0; customer < all.customers(); customer++) {
            returning += all.endBasket(customer) - all.firstBasket(customer) >= 2 ? 1 : 0;
        }
        return returning;
    }

    private static double popular(TunedBlend tuned) {
        return tuned.alone().stream()
                .filter(one -> one.version().startsWith("popular"))
                .mapToDouble(TunedBlend.Alone::reached)
                .max()
                .orElse(0);
    }

    /** What is popular is counted live, and says nothing personal. */
    private List<CandidateModel> models(TunedBlend tuned, Interactions all) {
        var models = new ArrayList<CandidateModel>();
        models.add(tuned.personal());
        models.add(ItemNeighbours.ofCustomers(all, 20, 100));
        more.stream()
                .filter(trainer -> trainer.suits(all))
                .forEach(trainer -> models.add(trainer.train(all)));
        return models;
    }

    private Training told(Result result, double reached, double floor) {
        return new Training(result, served.version(), reached, floor);
    }
}
