package shopkeeper.application.fakes;

import shopkeeper.application.behavior.Behaviors;
import shopkeeper.application.contracts.BehaviorsContract;

class InMemoryBehaviorsTest extends BehaviorsContract {
    @Override
    protected Behaviors behaviors() {
        return new InMemoryBehaviors(new InMemoryConsents(new InMemoryLog()));
    }
}
