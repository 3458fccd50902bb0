package shopkeeper.domain.recommendation;

import java.util.Arrays;

/** The best few of many scores. */
public final class Best {
    private Best() {}

    /** Numbers with a score above 0, the highest first; of equals the lower number. */
    public static int[] of(float[] scores, int limit) {
        long[] heap = new long[Math.min(limit, scores.length)];
        int size = 0;
        for (int number = 0; number < scores.length && heap.length > 0; number++) {
            float score = scores[number];
            if (!(score > 0)) {
                continue;
            }
            long one = (long) Float.floatToRawIntBits(score) << 32 | (Integer.MAX_VALUE - number);
            if (size < heap.length) {
                heap[size] = one;
                rise(heap, size++);
            } else if (one > heap[0]) {
                heap[0] = one;
                sink(heap, size);
            }
        }
        Arrays.sort(heap, 0, size);
        int[] best = new int[size];
        for (int i = 0; i < size; i++) {
            best[i] = Integer.MAX_VALUE - (int) heap[size - 1 - i];
        }
        return best;
    }

    private static void rise(long[] heap, int from) {
        int child = from;
        while (child > 0) {
            int parent = (child - 1) / 2;
            if (heap[parent] <= heap[child]) {
                return;
            }
            swap(heap, parent, child);
            child = parent;
        }
    }

    private static void sink(long[] heap, int size) {
        int parent = 0;
        while (2 * parent + 1 < size) {
            int child = 2 * parent + 1;
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[parent] <= heap[child]) {
                return;
            }
            swap(heap, parent, child);
            parent = child;
        }
    }

    private static void swap(long[] heap, int one, int other) {
        long kept = heap[one];
        heap[one] = heap[other];
        heap[other] = kept;
    }
}
