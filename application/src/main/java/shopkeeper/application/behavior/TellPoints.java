package shopkeeper.application.behavior;

import java.time.Instant;
import java.time.ZoneOffset;
import shopkeeper.application.profile.ProfileViews.Then;
import shopkeeper.domain.behavior.PointsRule;
import shopkeeper.domain.behavior.PointsStatement;
import shopkeeper.domain.behavior.PurchaseHistory;
import shopkeeper.domain.kernel.CustomerId;

/** Computes them from the receipts each time it is asked. */
record TellPoints(ReceiptViews receipts) implements AskPoints {
    @Override
    public Standing standing(CustomerId customer, Instant now) {
        return standing(receipts.history(customer), now);
    }

    @Override
    public Standing standingThen(Then then) {
        return standing(receipts.history(then), then.at());
    }

    private static Standing standing(PurchaseHistory history, Instant at) {
        return new Standing(
                PointsStatement.of(PointsRule.CURRENT, history),
                history.spentSince(at.atOffset(ZoneOffset.UTC).minusMonths(12).toInstant()));
    }
}
