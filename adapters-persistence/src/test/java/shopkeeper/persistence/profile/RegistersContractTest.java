package shopkeeper.persistence.profile;

import org.junit.jupiter.api.AfterEach;
import shopkeeper.application.contracts.RegistersContract;
import shopkeeper.application.profile.Registers;
import shopkeeper.persistence.feed.FollowedLog;

class RegistersContractTest extends RegistersContract {
    private final FollowedLog shop = new FollowedLog();
    private final Registers registers = ProfilePersistence.registers(shop.log());

    @AfterEach
    void close() {
        shop.close();
    }

    @Override
    protected Registers registers() {
        return registers;
    }
}
