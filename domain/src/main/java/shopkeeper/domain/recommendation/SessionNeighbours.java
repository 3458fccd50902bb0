package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * VS-KNN (Ludewig and Jannach, UMUAI 2018): what was looked at in visits like this one. The last
 * clicks count most, the latest visits are looked through first, rare products tell more, and what
 * was seen already may come back as a reminder.
 */
public final class SessionNeighbours implements CandidateModel {
    private final Sessions sessions;
    private final int[] firstVisit;
    private final int[] visit;
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
        this.sessions = sessions;
        this.settings = settings;
        var turned = sessions.asBaskets().pairs().turned();
        firstVisit = new int[turned.rows() + 1];
        visit = new int[turned.size()];
        for (int product = 0; product < turned.rows(); product++) {
            firstVisit[product + 1] = turned.end(product);
        }
        for (int i = 0; i < visit.length; i++) {
            visit[i] = turned.column(i);
        }
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
        float[] weights = weights(shopper.session());
        int[] latest = latest(shopper.session(), weights);
        float[] alike = new float[latest.length];
        for (int i = 0; i < latest.length; i++) {
            for (int click = sessions.first(latest[i]); click < sessions.end(latest[i]); click++) {
                alike[i] += weights[sessions.product(click)];
            }
            alike[i] /=
                    (float) Math.sqrt(sessions.end(latest[i]) - sessions.first(latest[i]) + 1.0);
        }
        for (int i : Best.of(alike, settings.neighbours())) {
            add(latest[i], alike[i], weights, scores);
        }
    }

    /** The last click weighs 1. */
    private float[] weights(int[] session) {
        var weights = new float[sessions.products()];
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
        for (int product : session) {
            if (product < weights.length && weights[product] > 0) {
                int from = firstVisit[product];
                int end = firstVisit[product + 1];
                for (int at = Math.max(from, end - settings.looked()); at < end; at++) {
                    found.add(visit[at]);
                }
            }
        }
        int[] visits = Arrays.stream(found.toArray()).sorted().distinct().toArray();
        int skipped = Math.max(0, visits.length - settings.looked());
        return Arrays.copyOfRange(visits, skipped, visits.length);
    }

    /** Products near the last common click of that visit count more. */
    private void add(int one, float alike, float[] weights, float[] scores) {
        int last = -1;
        float heaviest = 0;
        for (int click = sessions.first(one); click < sessions.end(one); click++) {
            float weight = weights[sessions.product(click)];
            if (weight >= heaviest && weight > 0) {
                heaviest = weight;
                last = click;
            }
        }
        for (int click = sessions.first(one); click < sessions.end(one); click++) {
            int product = sessions.product(click);
            if (click != last && product < scores.length) {
                double steps = Math.abs(click - last);
                double after = click > last ? 1 : .6;
                double rare =
                        Math.log1p(
                                (double) sessions.size()
                                        / (firstVisit[product + 1] - firstVisit[product]));
                scores[product] += (float) (alike * after * rare / (1 + .2 * steps));
            }
        }
    }

    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        int[] session = shopper.session();
        return session.length == 0
                ? Optional.empty()
                : Optional.of(new Why("ALIKE_VISITS", 0, 0, List.of(session[session.length - 1])));
    }
}
