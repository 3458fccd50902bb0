package planted.persistence;

/** A table that a page reads. */
public record PriceTable(String name) {}
