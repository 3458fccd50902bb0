package shopkeeper.domain.recommendation;

import java.util.List;

/**
 * Why a model proposes a product, before anybody put it into words.
 *
 * @param code such as BOUGHT_BEFORE or CO_PURCHASED
 * @param times so often it happened
 * @param of of so many, 0 where that says nothing
 * @param with numbers of the products it leans on
 */
public record Why(String code, int times, int of, List<Integer> with) {
    public Why {
        with = List.copyOf(with);
    }
}
