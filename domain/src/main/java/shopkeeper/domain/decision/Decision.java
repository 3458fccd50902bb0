package shopkeeper.domain.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import shopkeeper.domain.consent.Permission;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.Reason;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.pricing.PublicPrice;
import shopkeeper.domain.recommendation.Slate;

/**
 * The answer, whole: what is shown, why, what it relied on and until when it is good.
 *
 * @param position what of the log it had seen
 */
public record Decision(
        DecisionId id,
        Optional<CustomerId> customer,
        Via via,
        Instant decidedAt,
        Instant expiresAt,
        Position position,
        List<Answer> answers,
        Evidence evidence) {
    public Decision {
        answers = List.copyOf(answers);
    }

    /** That of the most personal answer in it. */
    public Mode mode() {
        return answers.stream().map(Answer::mode).min(Comparator.naturalOrder()).orElse(Mode.NONE);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** What one placement shows. */
    public sealed interface Answer {
        String placement();

        Mode mode();

        /**
         * @param context what of the question's context was used, such as {@code query} or {@code
         *     language:de}
         */
        record Suggested(String placement, Mode mode, Slate slate, List<String> context)
                implements Answer {
            public Suggested {
                context = List.copyOf(context);
            }
        }

        record Priced(String placement, List<PricedItem> items) implements Answer {
            public Priced {
                items = List.copyOf(items);
            }

            @Override
            public Mode mode() {
                return Mode.NONE;
            }
        }

        record Unanswered(String placement, String kind) implements Answer {
            @Override
            public Mode mode() {
                return Mode.NONE;
            }
        }
    }

    /**
     * @param price empty where no price book has one: never 0
     */
    public record PricedItem(ProductId product, Optional<PublicPrice> price, List<Reason> reasons) {
        public PricedItem {
            reasons = List.copyOf(reasons);
        }
    }

    /** What the answer relied on. */
    public record Evidence(
            List<Asked> permissions,
            List<Withheld> withheld,
            String modelVersion,
            String policyVersion) {
        public Evidence {
            permissions = List.copyOf(permissions);
            withheld = List.copyOf(withheld);
        }
    }

    public record Asked(Use use, Permission permission) {}

    /**
     * What was left out, and why.
     *
     * @param code stable: a denial's name, OUT_OF_STOCK, UNKNOWN_CUSTOMER
     */
    public record Withheld(String what, String code) {}
}
