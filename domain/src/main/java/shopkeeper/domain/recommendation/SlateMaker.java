package shopkeeper.domain.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;

/**
 * Makes a slate: who may be in it is settled first, then the models' candidates are blended by the
 * policy of the placement, and put in order with variety and within the share that may be promoted.
 */
public final class SlateMaker {
    private SlateMaker() {}

    /**
     * @param models in any order
     */
    public static Slate slate(
            Goods goods,
            ProductNumbers numbers,
            SlateQuestion question,
            List<CandidateModel> models) {
        var gathering = new Gathering(goods, numbers, question, models);
        var pool = gathering.pool();
        var grounds = new Grounds(goods, question, gathering.opinions());
        return of(pool, question.setting().language(), grounds::of, hasHistory(question.shopper()));
    }

    /**
     * The same slate once more from what was kept of it, when its models are gone.
     *
     * @param grounds of each product that was shown
     */
    public static Slate again(
            Pool pool, Language language, Map<ProductId, List<Ground>> grounds, boolean history) {
        return of(
                pool,
                language,
                chosen -> grounds.getOrDefault(chosen.candidate().product(), List.of()),
                history);
    }

    private static Slate of(
            Pool pool,
            Language language,
            Function<Arrangement.Chosen, List<Ground>> grounds,
            boolean history) {
        var suggestions = new ArrayList<Suggestion>();
        boolean personal = false;
        for (Arrangement.Chosen chosen : Arrangement.of(pool)) {
            var why = grounds.apply(chosen);
            personal |= history && isPersonal(chosen.candidate());
            suggestions.add(
                    new Suggestion(
                            chosen.candidate().product(),
                            suggestions.size() + 1,
                            chosen.score(),
                            words(why, language),
                            why,
                            chosen.candidate().estimates()));
        }
        return new Slate(suggestions, personal, pool, history);
    }

    private static List<Reason> words(List<Ground> grounds, Language language) {
        return grounds.stream().map(ground -> ReasonWords.reason(ground, language)).toList();
    }

    private static boolean isPersonal(Candidate candidate) {
        return candidate.estimates().stream()
                .anyMatch(estimate -> !Sources.isOfAnybody(estimate.source()));
    }

    private static boolean hasHistory(Shopper shopper) {
        return shopper.baskets().length > 0 || shopper.session().length > 0;
    }
}
