package shopkeeper.application.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shopkeeper.domain.recommendation.Candidate.Estimate;
import shopkeeper.domain.recommendation.Source;

/** The models of a pool by their turn, so that no candidate needs to name them again. */
final class KeptModels {
    private final List<Kept> models = new ArrayList<>();

    /**
     * @param best the highest score that it gave anything
     */
    private record Kept(Source source, String version, double best) {}

    static KeptModels of(List<Tree> trees) {
        var models = new KeptModels();
        trees.forEach(tree ->
                models.models.add(
                        new Kept(
                                Source.valueOf(tree.text("source")),
                                tree.text("model"),
                                tree.number("best"))));
        return models;
    }

    List<Map<String, Object>> tree() {
        return models.stream()
                .map(model -> {
                    Map<String, Object> tree = new LinkedHashMap<>();
                    tree.put("source", model.source().name());
                    tree.put("model", model.version());
                    tree.put("best", model.best());
                    return tree;
                })
                .toList();
    }

    /** Its turn and the score. */
    List<Number> keep(Estimate estimate) {
        for (int turn = 0; turn < models.size(); turn++) {
            var model = models.get(turn);
            if (model.source() == estimate.source() && model.version().equals(estimate.version())) {
                return List.of(turn, estimate.score());
            }
        }
        models.add(new Kept(estimate.source(), estimate.version(), estimate.best()));
        return List.of(models.size() - 1, estimate.score());
    }

    Estimate estimate(List<?> kept) {
        if (kept.size() == 2
                && kept.getFirst() instanceof Number turn
                && kept.getLast() instanceof Number score) {
            var model = models.get(turn.intValue());
            return new Estimate(model.source(), model.version(), score.doubleValue(), model.best());
        }
        throw new IllegalStateException("the journal keeps an estimate as a turn and a score");
    }
}
