package shopkeeper.application.fakes;

import java.time.LocalDate;
import java.util.List;
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

    @Override
    protected List<String> counted(LocalDate day) {
        return behaviors.all().stream()
                .filter(one -> one.day().equals(day))
                .map(one -> one.act().kind() + " " + one.via().channel())
                .toList();
    }
}
