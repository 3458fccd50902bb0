package planted.web;

import planted.persistence.PriceTable;

/** A page that reads a table. */
public record PageFromTable(PriceTable table) {}
