package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import shopkeeper.domain.kernel.CustomerId;

/**
 * VS-KNN (Ludewig and Jannach, UMUAI 2018): what was looked at in visits like this one. The last
 * clicks count most, the latest visits are looked through first, rare products tell more, and what
 * was seen already may come back as a reminder.
 */
public final class SessionNeighbours implements CandidateModel {
    /** So many products of a visit, and the square of visits with each, tell why: no more. */
    private static final int ASKED_WHY = 10;

    private final Visits visits;
    private final Settings settings;

    /**
     * @param looked visits with a common product that are compared, the latest
     * @param neighbours of them that count
     * @param decay of each click against the one after it
     */
    public record Settings(int looked, int neighbours, double decay) {
        public static final Settings USUAL = new Settings(2000, 200, .7);
    }

    public SessionNeighbours(Sessions sessions, Settings settings) {
        this(new PastVisits(sessions), settings);
    }

    /**
     * Of visits that go on: whoever keeps them guards them while this is asked.
     *
     * @param person whose own visits are like nobody else's
     */
    public SessionNeighbours(LiveVisits visits, Collection<CustomerId> person) {
        this(visits.without(person), Settings.USUAL);
    }

    private SessionNeighbours(Visits visits, Settings settings) {
        this.visits = visits;
        this.settings = settings;
    }

    @Override
    public Source source() {
        return Source.SESSION_NEIGHBOURS;
    }

    @Override
    public String version() {
        return "vs-knn-1/%d,%d,%s"
                .formatted(settings.looked(), settings.neighbours(), settings.decay());
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        Arrays.fill(scores, 0);
        if (shopper.session().length == 0) {
            return;
        }
        float[] weights = weights(shopper.session());
        int[] latest = latest(shopper.session(), weights);
        float[] alike = new float[latest.length];
        for (int i = 0; i < latest.length; i++) {
            int[] looks = visits.looks(latest[i]);
            for (int product : looks) {
                alike[i] += weights[product];
            }
            alike[i] /= (float) Math.sqrt(looks.length + 1.0);
        }
        for (int i : Best.of(alike, settings.neighbours())) {
            add(visits.looks(latest[i]), alike[i], weights, scores);
        }
    }

    /** The last click weighs 1. */
    private float[] weights(int[] session) {
        var weights = new float[visits.products()];
        double weight = 1;
        for (int i = session.length - 1; i >= 0; i--) {
            if (session[i] < weights.length) {
                weights[session[i]] = Math.max(weights[session[i]], (float) weight);
                weight *= settings.decay();
            }
        }
        return weights;
    }

    /** The latest visits that hold any of its products. */
    private int[] latest(int[] session, float[] weights) {
        var found = new IntList();
        for (int product : Arrays.stream(session).distinct().toArray()) {
            if (product < weights.length && weights[product] > 0) {
                visits.latestWith(product, settings.looked(), found);
            }
        }
        int[] all = Arrays.stream(found.toArray()).sorted().distinct().toArray();
        int skipped = Math.max(0, all.length - settings.looked());
        return Arrays.copyOfRange(all, skipped, all.length);
    }

    /** Products near the last common click of that visit count more. */
    private void add(int[] looks, float alike, float[] weights, float[] scores) {
        int last = -1;
        float heaviest = 0;
        for (int click = 0; click < looks.length; click++) {
            float weight = weights[looks[click]];
            if (weight >= heaviest && weight > 0) {
                heaviest = weight;
                last = click;
            }
        }
        for (int click = 0; click < looks.length; click++) {
            int product = looks[click];
            if (click != last && product < scores.length) {
                double steps = Math.abs(click - last);
                double after = click > last ? 1 : .6;
                double rare = Math.log1p((double) visits.size() / visits.with(product));
                scores[product] += (float) (alike * after * rare / (1 + .2 * steps));
            }
        }
    }

    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        int most = 0;
        int with = -1;
        for (int seen : lastSeen(shopper.session())) {
            int together = seen == product ? 0 : together(seen, product);
            if (together > most) {
                most = together;
                with = seen;
            }
        }
        return with < 0
                ? Optional.empty()
                : Optional.of(new Why("ALIKE_VISITS", 0, 0, List.of(with)));
    }

    /** The latest first. */
    private static int[] lastSeen(int[] session) {
        return IntStream.range(0, session.length)
                .map(i -> session[session.length - 1 - i])
                .distinct()
                .limit(ASKED_WHY)
                .toArray();
    }

    private int together(int seen, int product) {
        var with = new IntList();
        if (seen < visits.products()) {
            visits.latestWith(seen, ASKED_WHY * ASKED_WHY, with);
        }
        int together = 0;
        for (int i = 0; i < with.size(); i++) {
            together +=
                    Arrays.stream(visits.looks(with.get(i))).anyMatch(look -> look == product)
                            ? 1
                            : 0;
        }
        return together;
    }
}
