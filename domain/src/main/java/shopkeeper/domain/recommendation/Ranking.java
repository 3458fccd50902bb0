package shopkeeper.domain.recommendation;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers 0, 1, 2 … kept in order of how often each was counted; counting once more costs one swap.
 */
final class Ranking {
    private final IntList order = new IntList();
    private final IntList place = new IntList();
    private final IntList count = new IntList();
    private final Map<Integer, Integer> firstWithCount = new HashMap<>();

    /** The next number, counted 0 times. */
    void add() {
        int number = order.size();
        firstWithCount.putIfAbsent(0, number);
        order.add(number);
        place.add(number);
        count.add(0);
    }

    void countOnceMore(int number) {
        int times = count.get(number);
        int front = firstWithCount.getOrDefault(times, place.get(number));
        int other = order.get(front);
        int from = place.get(number);
        order.set(front, number);
        place.set(number, front);
        order.set(from, other);
        place.set(other, from);
        count.set(number, times + 1);
        boolean moreWithThatCount =
                front + 1 < order.size() && count.get(order.get(front + 1)) == times;
        if (moreWithThatCount) {
            firstWithCount.put(times, front + 1);
        } else {
            firstWithCount.remove(times);
        }
        firstWithCount.putIfAbsent(times + 1, front);
    }

    /** Costs one swap too, and a look for the next lower count. */
    void countOnceLess(int number) {
        int times = count.get(number);
        int front = firstWithCount.getOrDefault(times, place.get(number));
        int back = lastWithCount(times);
        int other = order.get(back);
        int from = place.get(number);
        order.set(back, number);
        place.set(number, back);
        order.set(from, other);
        place.set(other, from);
        count.set(number, times - 1);
        if (front == back) {
            firstWithCount.remove(times);
        }
        firstWithCount.put(times - 1, back);
    }

    private int lastWithCount(int times) {
        for (int lower = times - 1; lower >= 0; lower--) {
            var first = firstWithCount.get(lower);
            if (first != null) {
                return first - 1;
            }
        }
        return order.size() - 1;
    }

    int count(int number) {
        return count.get(number);
    }

    int size() {
        return order.size();
    }

    /** The number at that rank, 0 is the most counted. */
    int at(int rank) {
        return order.get(rank);
    }
}
