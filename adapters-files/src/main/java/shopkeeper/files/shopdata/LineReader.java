package shopkeeper.files.shopdata;

import de.siegmar.fastcsv.reader.CsvRecord;

/** Understands the lines of one file, from the first to the last; used once. */
interface LineReader {
    RetailLine read(CsvRecord line);

    /** Where to look when a line says something else than an earlier one of its receipt. */
    String columnOf(Reject contradiction);
}
