package shopkeeper.application.fakes;

import java.time.LocalDate;
import java.util.List;
import shopkeeper.application.behavior.Behaviors;
import shopkeeper.application.contracts.BehaviorsContract;

class InMemoryBehaviorsTest extends BehaviorsContract {
    private final InMemoryBehaviors behaviors =
            new InMemoryBehaviors(new InMemoryConsents(new InMemoryLog()));

    @Override
    protected Behaviors behaviors() {
        return behaviors;
    }

    @Override
    protected List<String> counted(LocalDate day) {
        return behaviors.all().stream()
                .filter(one -> one.day().equals(day))
                .map(one -> one.act().kind() + " " + one.via().channel())
                .toList();
    }
}
