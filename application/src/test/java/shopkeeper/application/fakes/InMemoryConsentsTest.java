package shopkeeper.application.fakes;

import shopkeeper.application.consent.ConsentLedgers;
import shopkeeper.application.contracts.ConsentLedgersContract;

class InMemoryConsentsTest extends ConsentLedgersContract {
    private final ConsentLedgers ledgers = new InMemoryConsents(new InMemoryLog());

    @Override
    protected ConsentLedgers ledgers() {
        return ledgers;
    }
}
