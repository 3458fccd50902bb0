package shopkeeper.domain.pricing;

import shopkeeper.domain.kernel.Ascii;

/** The name of a price book, such as gb-online-2026. */
public record PriceBookId(String value) implements Comparable<PriceBookId> {
    public PriceBookId {
        Ascii.id("price book id", value);
    }

    @Override
    public int compareTo(PriceBookId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
