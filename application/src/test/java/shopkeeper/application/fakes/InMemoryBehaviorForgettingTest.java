package shopkeeper.application.fakes;

import shopkeeper.application.behavior.Behaviors;
import shopkeeper.application.contracts.BehaviorForgettingContract;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.kernel.Fact;

class InMemoryBehaviorForgettingTest extends BehaviorForgettingContract {
    private final InMemoryBehaviors behaviors = new InMemoryBehaviors(ledgers);

    @Override
    protected Behaviors behaviors() {
        return behaviors;
    }

    @Override
    protected void heard(Logged<? extends Fact> fact) {
        behaviors.heard(fact);
    }
}
