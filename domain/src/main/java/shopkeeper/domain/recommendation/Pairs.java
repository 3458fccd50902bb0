package shopkeeper.domain.recommendation;

import java.util.Arrays;

/**
 * A sparse table of rows and columns with a count in each cell that is not empty: customers and
 * products, or the other way round. Columns of a row are in ascending order.
 */
public final class Pairs {
    private final int columns;
    private final int[] first;
    private final int[] column;
    private final int[] count;

    private Pairs(int columns, int[] first, int[] column, int[] count) {
        this.columns = columns;
        this.first = first;
        this.column = column;
        this.count = count;
    }

    static Pairs of(Interactions all) {
        var first = new int[all.customers() + 1];
        var column = new int[all.lines()];
        var count = new int[all.lines()];
        var bought = new int[all.products()];
        var seen = new int[all.products()];
        int size = 0;
        for (int customer = 0; customer < all.customers(); customer++) {
            int distinct = 0;
            int end = all.firstLine(all.endBasket(customer));
            for (int line = all.firstLine(all.firstBasket(customer)); line < end; line++) {
                int product = all.product(line);
                if (bought[product] == 0) {
                    seen[distinct++] = product;
                }
                bought[product] += all.count(line);
            }
            Arrays.sort(seen, 0, distinct);
            for (int i = 0; i < distinct; i++) {
                column[size] = seen[i];
                count[size++] = bought[seen[i]];
                bought[seen[i]] = 0;
            }
            first[customer + 1] = size;
        }
        return new Pairs(
                all.products(), first, Arrays.copyOf(column, size), Arrays.copyOf(count, size));
    }

    public int rows() {
        return first.length - 1;
    }

    public int columns() {
        return columns;
    }

    /** Cells that are not empty. */
    public int size() {
        return column.length;
    }

    public int first(int row) {
        return first[row];
    }

    /** One beyond the row's last. */
    public int end(int row) {
        return first[row + 1];
    }

    public int column(int cell) {
        return column[cell];
    }

    public int count(int cell) {
        return count[cell];
    }

    /** The columns of a row's cells. */
    public int[] row(int row) {
        return Arrays.copyOfRange(column, first[row], first[row + 1]);
    }

    /** Rows become columns. */
    public Pairs turned() {
        var turnedFirst = new int[columns + 1];
        for (int one : column) {
            turnedFirst[one + 1]++;
        }
        for (int i = 0; i < columns; i++) {
            turnedFirst[i + 1] += turnedFirst[i];
        }
        var next = turnedFirst.clone();
        var turnedColumn = new int[column.length];
        var turnedCount = new int[column.length];
        for (int row = 0; row < rows(); row++) {
            for (int cell = first[row]; cell < first[row + 1]; cell++) {
                int to = next[column[cell]]++;
                turnedColumn[to] = row;
                turnedCount[to] = count[cell];
            }
        }
        return new Pairs(rows(), turnedFirst, turnedColumn, turnedCount);
    }
}
