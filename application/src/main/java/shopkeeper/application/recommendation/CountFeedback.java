package shopkeeper.application.recommendation;

import java.util.Map;
import shopkeeper.domain.recommendation.Verdict;

/** How often each word was said of suggestions, by everybody together. */
public interface CountFeedback {
    Map<Verdict, Long> counts();
}
