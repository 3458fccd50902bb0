package shopkeeper.application.fakes;

import shopkeeper.application.contracts.QuarantineContract;
import shopkeeper.application.kernel.Quarantine;

class InMemoryQuarantineTest extends QuarantineContract {
    private final Quarantine quarantine = new InMemoryQuarantine();

    @Override
    protected Quarantine quarantine() {
        return quarantine;
    }
}
