package shopkeeper.application.fakes;

import shopkeeper.application.behavior.Sales;
import shopkeeper.application.contracts.SalesContract;

class InMemorySalesTest extends SalesContract {
    private final Sales sales = new InMemorySales(new InMemoryLog());

    @Override
    protected Sales sales() {
        return sales;
    }
}
