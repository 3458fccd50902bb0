package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is bought by those who bought the same products: cosine between products over customers,
 * drawn towards 0 where few speak for it.
 */
public final class ItemNeighbours implements CandidateModel {
    private final Neighbours neighbours;
    private final String version;

    private ItemNeighbours(String version, Neighbours neighbours) {
        this.version = version;
        this.neighbours = neighbours;
    }

    /**
     * @param shrink added below the fraction line
     * @param kept how many others may speak for a product
     */
    public static ItemNeighbours ofCustomers(Interactions all, double shrink, int kept) {
        var rows = all.pairs();
        return new ItemNeighbours(
                "item-neighbours-1/%s,%d".formatted(shrink, kept),
                Neighbours.cosine(rows, rows.turned(), shrink, kept));
    }

    @Override
    public Source source() {
        return Source.ITEM_NEIGHBOURS;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        Arrays.fill(scores, 0);
        for (int product : shopper.products()) {
            if (product < neighbours.size()) {
                neighbours.add(product, 1, scores);
            }
        }
    }

    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        int anchor = neighbours.nearest(product, shopper);
        return anchor < 0
                ? Optional.empty()
                : Optional.of(new Why("SIMILAR_BUYERS", 0, 0, List.of(anchor)));
    }
}
