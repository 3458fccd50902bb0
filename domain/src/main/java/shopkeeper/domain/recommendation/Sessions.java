package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.List;

/** Visits, each the products that were looked at, oldest first; the latest visit last. */
public final class Sessions {
    private final int products;
    private final int[] first;
    private final int[] product;

    private Sessions(int products, int[] first, int[] product) {
        this.products = products;
        this.first = first;
        this.product = product;
    }

    public static Sessions of(List<int[]> sessions, int products) {
        int[] first = new int[sessions.size() + 1];
        for (int i = 0; i < sessions.size(); i++) {
            first[i + 1] = first[i] + sessions.get(i).length;
        }
        int[] product = new int[first[sessions.size()]];
        for (int i = 0; i < sessions.size(); i++) {
            System.arraycopy(sessions.get(i), 0, product, first[i], sessions.get(i).length);
        }
        return new Sessions(products, first, product);
    }

    public int size() {
        return first.length - 1;
    }

    public int products() {
        return products;
    }

    public int[] session(int number) {
        return Arrays.copyOfRange(product, first[number], first[number + 1]);
    }

    int first(int session) {
        return first[session];
    }

    int end(int session) {
        return first[session + 1];
    }

    int product(int click) {
        return product[click];
    }

    /** All but so many of the last. */
    public Sessions withoutLast(int many) {
        int left = Math.max(0, size() - many);
        return new Sessions(
                products, Arrays.copyOf(first, left + 1), Arrays.copyOf(product, first[left]));
    }

    /** Each as a customer of its own with one basket: for models that know no order. */
    public Interactions asBaskets() {
        var all = Interactions.builder();
        for (int one = 0; one < size(); one++) {
            all.customer().basket(one, session(one));
        }
        return all.build(products);
    }
}
