package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows a product: in a visit a few clicks later. The nearer it follows, the more it counts.
 */
public final class Followers implements CandidateModel {
    private static final int KEPT = 100;

    private final String version;
    private final int[][] follower;
    private final float[][] strength;
    private final double decay;

    private Followers(String version, Tally tally, double decay) {
        this.version = version;
        this.decay = decay;
        follower = new int[tally.counts.size()][];
        strength = new float[follower.length][];
        for (int product = 0; product < follower.length; product++) {
            keep(product, tally);
        }
    }

    private void keep(int product, Tally tally) {
        var best =
                tally.counts.get(product).entrySet().stream()
                        .sorted(
                                Map.Entry.<Integer, Float>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(KEPT)
                        .toList();
        follower[product] = best.stream().mapToInt(Map.Entry::getKey).toArray();
        strength[product] = new float[best.size()];
        for (int i = 0; i < best.size(); i++) {
            strength[product][i] = (float) (best.get(i).getValue() / (tally.seen[product] + 2.0));
        }
    }

    /** How often what followed what, the nearer the more. */
    private static final class Tally {
        private final List<Map<Integer, Float>> counts = new ArrayList<>();
        private final int[] seen;

        Tally(int products) {
            for (int i = 0; i < products; i++) {
                counts.add(new HashMap<>());
            }
            seen = new int[products];
        }

        void count(int before, int after, double weight) {
            counts.get(before).merge(after, (float) weight, Float::sum);
        }
    }

    /**
     * Of visits.
     *
     * @param steps how many clicks later it may come
     * @param decay of each click of the asking visit against the one after it
     */
    public static Followers inSessions(Sessions sessions, int steps, double decay) {
        var tally = new Tally(sessions.products());
        for (int one = 0; one < sessions.size(); one++) {
            for (int click = sessions.first(one); click < sessions.end(one); click++) {
                tally.seen[sessions.product(click)]++;
                int end = Math.min(sessions.end(one), click + steps + 1);
                for (int later = click + 1; later < end; later++) {
                    if (sessions.product(later) != sessions.product(click)) {
                        tally.count(
                                sessions.product(click),
                                sessions.product(later),
                                1.0 / (later - click));
                    }
                }
            }
        }
        return new Followers("followers-1/sessions,%d,%s".formatted(steps, decay), tally, decay);
    }

    @Override
    public Source source() {
        return Source.SESSION_NEIGHBOURS;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        Arrays.fill(scores, 0);
        double weight = 1;
        int[] session = shopper.session();
        for (int i = session.length - 1; i >= 0 && weight > 1e-4; i--) {
            if (session[i] < follower.length) {
                add(session[i], (float) weight, scores);
                weight *= decay;
            }
        }
    }

    private void add(int product, float weight, float[] scores) {
        for (int i = 0; i < follower[product].length; i++) {
            if (follower[product][i] < scores.length) {
                scores[follower[product][i]] += weight * strength[product][i];
            }
        }
    }

    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        double most = 0;
        int after = -1;
        double weight = 1;
        int[] session = shopper.session();
        for (int i = session.length - 1; i >= 0; i--) {
            if (session[i] < follower.length) {
                double says = weight * strength(session[i], product);
                if (says > most) {
                    most = says;
                    after = session[i];
                }
                weight *= decay;
            }
        }
        return after < 0
                ? Optional.empty()
                : Optional.of(new Why("NEXT_LOOKED_AT", 0, 0, List.of(after)));
    }

    private float strength(int product, int follows) {
        for (int i = 0; i < follower[product].length; i++) {
            if (follower[product][i] == follows) {
                return strength[product][i];
            }
        }
        return 0;
    }
}
