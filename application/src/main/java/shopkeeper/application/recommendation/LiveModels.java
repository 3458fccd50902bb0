package shopkeeper.application.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Baskets;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.Companion;
import shopkeeper.domain.recommendation.Goods;
import shopkeeper.domain.recommendation.ProductNumbers;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Why;

/** What is counted from every basket as it comes: nothing is trained, a purchase counts at once. */
final class LiveModels {
    private static final int COMPANIONS_KEPT = 50;
    private static final int FAVOURITES = 5;

    private final Baskets baskets;
    private final Goods goods;
    private final Map<ProductId, Counted> companions = new ConcurrentHashMap<>();

    /** Companions as they were when the product had been in so many baskets. */
    private record Counted(int baskets, List<Companion> companions) {}

    LiveModels(Baskets baskets, Goods goods) {
        this.baskets = baskets;
        this.goods = goods;
    }

    List<CandidateModel> models(ProductNumbers numbers) {
        return List.of(new Before(), new Together(numbers), new Popular());
    }

    /** A count that was there before may come again with other companions. */
    void forget(Iterable<ProductId> basket) {
        basket.forEach(companions::remove);
    }

    private List<Companion> companions(ProductId product) {
        int now = baskets.baskets(product);
        var counted = companions.get(product);
        if (counted == null || counted.baskets() != now) {
            counted = new Counted(now, baskets.companions(product, COMPANIONS_KEPT));
            companions.put(product, counted);
        }
        return counted.companions();
    }

    /** What they bought most often; of equals the lower numbers. */
    static int[] favourites(Shopper shopper) {
        int[] all = Arrays.stream(shopper.baskets()).flatMapToInt(Arrays::stream).toArray();
        Arrays.sort(all);
        int[] favourites = new int[FAVOURITES];
        int[] times = new int[FAVOURITES];
        int known = 0;
        for (int from = 0, end = 0; from < all.length; from = end) {
            while (end < all.length && all[end] == all[from]) {
                end++;
            }
            int rank = known;
            while (rank > 0 && times[rank - 1] < end - from) {
                rank--;
            }
            if (rank < FAVOURITES) {
                known = Math.min(known + 1, FAVOURITES);
                System.arraycopy(favourites, rank, favourites, rank + 1, known - rank - 1);
                System.arraycopy(times, rank, times, rank + 1, known - rank - 1);
                favourites[rank] = all[from];
                times[rank] = end - from;
            }
        }
        return Arrays.copyOf(favourites, known);
    }

    private static int times(Shopper shopper, int product) {
        int times = 0;
        for (int[] basket : shopper.baskets()) {
            for (int one : basket) {
                times += one == product ? 1 : 0;
            }
        }
        return times;
    }

    private abstract class Live implements CandidateModel {
        @Override
        public String version() {
            return "baskets-" + baskets.version();
        }
    }

    /** (own baskets with it + popularity) / (own baskets + 1). */
    private final class Before extends Live {
        @Override
        public Source source() {
            return Source.BOUGHT_BEFORE;
        }

        @Override
        public void score(Shopper shopper, float[] scores) {
            Arrays.fill(scores, 0);
            for (int[] basket : shopper.baskets()) {
                for (int product : basket) {
                    if (product < scores.length) {
                        scores[product]++;
                    }
                }
            }
            double all = shopper.baskets().length + 1.0;
            for (int product = 0; product < scores.length; product++) {
                if (scores[product] > 0) {
                    scores[product] = (float) ((scores[product] + popularity(product)) / all);
                }
            }
        }

        @Override
        public Optional<Why> why(Shopper shopper, int product) {
            int times = times(shopper, product);
            return times == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Why(
                                    "BOUGHT_BEFORE",
                                    times,
                                    shopper.baskets().length,
                                    List.of(product)));
        }
    }

    /** With what is on the page or in the cart, and with favourites. */
    private final class Together extends Live {
        private final ProductNumbers numbers;

        Together(ProductNumbers numbers) {
            this.numbers = numbers;
        }

        @Override
        public Source source() {
            return Source.BOUGHT_TOGETHER;
        }

        @Override
        public void score(Shopper shopper, float[] scores) {
            Arrays.fill(scores, 0);
            anchors(shopper)
                    .forEach(anchor ->
                            companions(numbers.product(anchor))
                                    .forEach(companion -> {
                                        int number = numbers.numberOf(companion.product());
                                        scores[number] =
                                                Math.max(
                                                        scores[number], (float) companion.chance());
                                    }));
        }

        @Override
        public Optional<Why> why(Shopper shopper, int product) {
            var wanted = numbers.product(product);
            double most = 0;
            Optional<Why> best = Optional.empty();
            for (int anchor : anchors(shopper).toArray()) {
                for (Companion companion : companions(numbers.product(anchor))) {
                    if (companion.product().equals(wanted) && companion.chance() > most) {
                        most = companion.chance();
                        best =
                                Optional.of(
                                        new Why(
                                                code(anchor, shopper),
                                                companion.baskets(),
                                                0,
                                                List.of(anchor)));
                    }
                }
            }
            return best;
        }

        private static String code(int anchor, Shopper shopper) {
            boolean looked =
                    has(shopper.session(), anchor)
                            && !has(shopper.context(), anchor)
                            && Arrays.stream(shopper.baskets())
                                    .noneMatch(basket -> has(basket, anchor));
            return looked ? "GOES_WITH_SEEN" : "CO_PURCHASED";
        }

        private static boolean has(int[] products, int product) {
            return Arrays.stream(products).anyMatch(one -> one == product);
        }

        private IntStream anchors(Shopper shopper) {
            return IntStream.concat(
                            Arrays.stream(shopper.context()),
                            IntStream.concat(
                                    Arrays.stream(shopper.session()),
                                    Arrays.stream(favourites(shopper))))
                    .distinct();
        }
    }

    private final class Popular extends Live {
        @Override
        public Source source() {
            return Source.POPULAR;
        }

        @Override
        public void score(Shopper shopper, float[] scores) {
            for (int product = 0; product < scores.length; product++) {
                scores[product] = popularity(product);
            }
        }

        @Override
        public Optional<Why> why(Shopper shopper, int product) {
            return Optional.of(new Why("FALLBACK_POPULAR", goods.baskets(product), 0, List.of()));
        }
    }

    private float popularity(int product) {
        return baskets.size() == 0 ? 0 : (float) goods.baskets(product) / baskets.size();
    }
}
