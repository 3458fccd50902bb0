package shopkeeper.domain.recommendation;

/** Visits that are over, in flat arrays. */
final class PastVisits implements Visits {
    private final int[][] looks;
    private final int[] first;
    private final int[] visit;

    PastVisits(Sessions sessions) {
        var turned = sessions.asBaskets().pairs().turned();
        first = new int[turned.rows() + 1];
        visit = new int[turned.size()];
        for (int product = 0; product < turned.rows(); product++) {
            first[product + 1] = turned.end(product);
        }
        for (int i = 0; i < visit.length; i++) {
            visit[i] = turned.column(i);
        }
        looks = new int[sessions.size()][];
        for (int one = 0; one < looks.length; one++) {
            looks[one] = sessions.session(one);
        }
    }

    @Override
    public int products() {
        return first.length - 1;
    }

    @Override
    public int size() {
        return looks.length;
    }

    @Override
    public int with(int product) {
        return first[product + 1] - first[product];
    }

    @Override
    public void latestWith(int product, int most, IntList found) {
        int end = first[product + 1];
        for (int at = Math.max(first[product], end - most); at < end; at++) {
            found.add(visit[at]);
        }
    }

    @Override
    public int[] looks(int number) {
        return looks[number];
    }
}
