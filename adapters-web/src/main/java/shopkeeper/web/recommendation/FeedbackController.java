package shopkeeper.web.recommendation;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static shopkeeper.web.repetition.Repeated.Way.KEY_TAKEN;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import shopkeeper.application.access.Scope;
import shopkeeper.application.decision.TakeFeedback;
import shopkeeper.application.recommendation.CountFeedback;
import shopkeeper.web.kernel.Messages;
import shopkeeper.web.kernel.Written;
import shopkeeper.web.repetition.Repeated;
import shopkeeper.web.security.CallableBy;

/** Takes what is said of a decision's suggestions, and tells how often each was said. */
@RestController
@RequestMapping("/v1/feedback")
final class FeedbackController {
    private final TakeFeedback feedback;
    private final CountFeedback counts;
    private final Messages messages;
    private final InstantSource clock;

    FeedbackController(
            TakeFeedback feedback, CountFeedback counts, Messages messages, InstantSource clock) {
        this.feedback = feedback;
        this.counts = counts;
        this.messages = messages;
        this.clock = clock;
    }

    @PostMapping(consumes = APPLICATION_JSON_VALUE)
    @CallableBy(Scope.DECIDE)
    @Repeated(KEY_TAKEN)
    Written take(@RequestBody FeedbackJson said, HttpServletRequest request) {
        return Written.of(
                feedback.take(messages.of(request, said), said.asCommand(clock.instant())));
    }

    @GetMapping
    @CallableBy(Scope.OPERATE)
    FeedbackJson.Counts counts() {
        return FeedbackJson.Counts.of(counts.counts());
    }
}
