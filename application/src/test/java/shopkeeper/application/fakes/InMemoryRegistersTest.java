package shopkeeper.application.fakes;

import shopkeeper.application.contracts.RegistersContract;
import shopkeeper.application.profile.Registers;

class InMemoryRegistersTest extends RegistersContract {
    private final Registers registers = new InMemoryRegisters(new InMemoryLog());

    @Override
    protected Registers registers() {
        return registers;
    }
}
