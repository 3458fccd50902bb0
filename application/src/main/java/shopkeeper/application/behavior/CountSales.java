package shopkeeper.application.behavior;

import shopkeeper.domain.behavior.Sold;

/** Says in how many baskets each product was. */
public interface CountSales {
    Sold sold();
}
