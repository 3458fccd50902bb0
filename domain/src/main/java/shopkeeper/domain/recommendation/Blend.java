package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Several models as one: the scores of each, drawn to 0 to 1 by its highest, weighed and added. In
 * which order the models are named changes nothing.
 */
public final class Blend implements CandidateModel {
    private final Source source;
    private final List<Part> parts;

    /** A model and how much it counts. */
    public record Part(CandidateModel model, double weight) {}

    /**
     * @param source what it is for whoever takes its candidates
     */
    public Blend(Source source, List<Part> parts) {
        this.source = source;
        this.parts =
                parts.stream()
                        .filter(part -> part.weight() > 0)
                        .sorted(
                                Comparator.comparing((Part part) -> part.model().version())
                                        .thenComparingDouble(Part::weight))
                        .toList();
    }

    public List<Part> parts() {
        return parts;
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public String version() {
        var names =
                parts.stream().map(part -> part.weight() + " x " + part.model().version()).toList();
        return "blend-1(" + String.join(" + ", names) + ")";
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        Arrays.fill(scores, 0);
        var of = new float[scores.length];
        for (Part part : parts) {
            part.model().score(shopper, of);
            float highest = highest(of);
            if (highest > 0) {
                float times = (float) (part.weight() / highest);
                for (int i = 0; i < of.length; i++) {
                    // Neither what a model is against, nor what is no number, says anything.
                    scores[i] += of[i] > 0 && of[i] <= highest ? times * of[i] : 0;
                }
            }
        }
    }

    @Override
    public CandidateModel without(int customer) {
        return new Blend(
                source,
                parts.stream()
                        .map(part -> new Part(part.model().without(customer), part.weight()))
                        .toList());
    }

    static float highest(float[] scores) {
        float highest = 0;
        for (float score : scores) {
            highest = score > highest && Float.isFinite(score) ? score : highest;
        }
        return highest;
    }

    /** Of the heaviest part that knows why. */
    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        return parts.stream()
                .sorted(Comparator.comparingDouble(Part::weight).reversed())
                .map(part -> part.model().why(shopper, product))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
