package shopkeeper.domain.recommendation;

import java.util.EnumMap;
import java.util.Map;

/**
 * How the slates of one occasion are made: how much each source says, and how far rules may move
 * what it said. A change of any number is a new version.
 *
 * @param weights of the sources; one that is not named says nothing
 * @param damping 0 to 0.5: the most popular product loses that share of its score
 * @param variety 0 to 1: how much likeness to what is already chosen counts against a product
 * @param promotedShare 0 to 1: no more of a slate is pinned or boosted
 * @param crossSell how much more a product of another kind that is bought with the cart counts
 * @param upSell what the next better of the same kind gets
 */
public record SlatePolicy(
        Occasion occasion,
        int version,
        Map<Source, Double> weights,
        double damping,
        double variety,
        double promotedShare,
        double crossSell,
        double upSell) {
    public SlatePolicy {
        weights = weights.isEmpty() ? Map.of() : new EnumMap<>(weights);
        share("damping", damping, 0.5);
        share("variety", variety, 1);
        share("promoted share", promotedShare, 1);
        if (crossSell < 0 || upSell < 0) {
            throw new IllegalArgumentException("a policy only adds to cross-sell and up-sell");
        }
    }

    /** Such as {@code home-3}. */
    public String name() {
        return occasion.word() + "-" + version;
    }

    double weight(Source source) {
        return weights.getOrDefault(source, 0.0);
    }

    /** So many of a slate may be pinned or boosted. */
    int promoted(int limit) {
        return (int) Math.floor(promotedShare * limit + 1e-9);
    }

    private static void share(String what, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(
                    "%s is 0 to %s, not %s".formatted(what, most, value));
        }
    }
}
