package shopkeeper.persistence.quarantine;

import shopkeeper.application.contracts.QuarantineContract;
import shopkeeper.application.kernel.Quarantine;
import shopkeeper.persistence.schema.TestDatabase;

class QuarantineContractTest extends QuarantineContract {
    private final Quarantine quarantine = new JooqQuarantine(TestDatabase.empty().sql());

    @Override
    protected Quarantine quarantine() {
        return quarantine;
    }
}
