package shopkeeper.domain.recommendation;

import java.util.Arrays;

/**
 * What all customers bought, for training: customers, their baskets in the order of time, and the
 * lines of each basket, all of it numbers in flat arrays (ten million lines are 80 MB).
 *
 * <p>Baskets are numbered through all customers, lines through all baskets. Each product is in a
 * basket once, with a count.
 */
public final class Interactions {
    private final int products;
    private final int[] firstBasket;
    private final int[] firstLine;
    private final int[] day;
    private final int[] product;
    private final int[] count;

    private Interactions(
            int products,
            int[] firstBasket,
            int[] firstLine,
            int[] day,
            int[] product,
            int[] count) {
        this.products = products;
        this.firstBasket = firstBasket;
        this.firstLine = firstLine;
        this.day = day;
        this.product = product;
        this.count = count;
    }

    public static Builder builder() {
        return new Builder();
    }

    public int products() {
        return products;
    }

    public int customers() {
        return firstBasket.length - 1;
    }

    /** Of all customers. */
    public int baskets() {
        return firstLine.length - 1;
    }

    /** Of all baskets. */
    public int lines() {
        return product.length;
    }

    public int firstBasket(int customer) {
        return firstBasket[customer];
    }

    /** One beyond the customer's last. */
    public int endBasket(int customer) {
        return firstBasket[customer + 1];
    }

    public int firstLine(int basket) {
        return firstLine[basket];
    }

    /** One beyond the basket's last. */
    public int endLine(int basket) {
        return firstLine[basket + 1];
    }

    /** The day of a basket as a number of days, or its turn where no days are known. */
    public int day(int basket) {
        return day[basket];
    }

    public int product(int line) {
        return product[line];
    }

    public int count(int line) {
        return count[line];
    }

    public int[] basket(int basket) {
        return Arrays.copyOfRange(product, firstLine[basket], firstLine[basket + 1]);
    }

    public Shopper shopper(int customer) {
        var baskets = new int[endBasket(customer) - firstBasket(customer)][];
        for (int i = 0; i < baskets.length; i++) {
            baskets[i] = basket(firstBasket(customer) + i);
        }
        return Shopper.withBaskets(baskets);
    }

    int[] counts(int basket) {
        return Arrays.copyOfRange(count, firstLine[basket], firstLine[basket + 1]);
    }

    /** Every product of every customer once, with how often they bought it. */
    public Pairs pairs() {
        return Pairs.of(this);
    }

    /** Customers one after the other, each with their baskets, oldest first. */
    public static final class Builder {
        private final IntList firstBasket = new IntList();
        private final IntList firstLine = new IntList();
        private final IntList day = new IntList();
        private final IntList product = new IntList();
        private final IntList count = new IntList();

        /** By product, -1 where there was none: a basket may be long. */
        private int[] lastLine = new int[0];

        private Builder() {}

        /** The baskets that follow are theirs. */
        public Builder customer() {
            firstBasket.add(day.size());
            return this;
        }

        public Builder basket(int onDay, int... products) {
            var ones = new int[products.length];
            Arrays.fill(ones, 1);
            return basket(onDay, products, ones);
        }

        /** A product that is there twice is counted once, with both counts. */
        public Builder basket(int onDay, int[] products, int[] counts) {
            if (firstBasket.size() == 0) {
                throw new IllegalStateException("a basket needs a customer before it");
            }
            int first = product.size();
            firstLine.add(first);
            day.add(onDay);
            for (int i = 0; i < products.length; i++) {
                int before = lineOf(products[i], first);
                if (before < 0) {
                    lastLine[products[i]] = product.size();
                    product.add(products[i]);
                    count.add(counts[i]);
                } else {
                    count.set(before, count.get(before) + counts[i]);
                }
            }
            return this;
        }

        private int lineOf(int wanted, int from) {
            if (wanted < 0) {
                throw new IllegalArgumentException("a basket holds a product without number");
            }
            if (wanted >= lastLine.length) {
                int before = lastLine.length;
                lastLine = Arrays.copyOf(lastLine, Math.max(wanted + 1, before * 2));
                Arrays.fill(lastLine, before, lastLine.length, -1);
            }
            return lastLine[wanted] >= from ? lastLine[wanted] : -1;
        }

        /**
         * @param products how many are numbered
         */
        public Interactions build(int products) {
            firstBasket.add(day.size());
            firstLine.add(product.size());
            var built =
                    new Interactions(
                            products,
                            firstBasket.toArray(),
                            firstLine.toArray(),
                            day.toArray(),
                            product.toArray(),
                            count.toArray());
            if (lastLine.length > products && hasBeyond(products)) {
                throw new IllegalArgumentException(
                        "a basket holds a product beyond the " + products + " that are numbered");
            }
            return built;
        }

        private boolean hasBeyond(int products) {
            return Arrays.stream(lastLine, products, lastLine.length).anyMatch(line -> line >= 0);
        }
    }
}
