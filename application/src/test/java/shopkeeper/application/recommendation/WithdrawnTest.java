package shopkeeper.application.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.application.Told.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import shopkeeper.application.recommendation.RetrainModels.Result;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.Interactions;
import shopkeeper.domain.recommendation.OwnBasket;
import shopkeeper.domain.recommendation.Place;
import shopkeeper.domain.recommendation.RankerTrainer;
import shopkeeper.domain.recommendation.Shopper;

/** Two shops, one of which never heard of those who withdraw in the other. */
class WithdrawnTest {
    private static final int PRODUCTS = 12;
    private static final int CUSTOMERS = 40;
    private static final CustomerId LEAVING = new CustomerId("c-leaving");
    private static final CustomerId ONCE_A_VISITOR = new CustomerId("b-visitor");

    private final long seed =
            Optional.ofNullable(Long.getLong("shopkeeper.seed")).orElseGet(System::nanoTime);
    private final Random chance = new Random(seed);
    private final Shop told = new Shop();
    private final Shop untold = new Shop();
    private int receipts;

    /** What a shop remembers, what it was trained with, and what came of it. */
    private static final class Shop {
        private final PurchaseDiary diary = new PurchaseDiary();
        private final List<Interactions> learnedFrom = new ArrayList<>();
        private final TrainedModels trained =
                new TrainedModels(
                        diary,
                        List.of(all -> {
                            learnedFrom.add(all);
                            return new Noticed(List.of());
                        }),
                        RankerTrainer.NONE);

        /** All models say of all products, by model. */
        Map<String, List<Float>> say(Shopper shopper) {
            var said = new HashMap<String, List<Float>>();
            for (CandidateModel model : trained.models()) {
                var scores = new float[PRODUCTS];
                model.score(shopper, scores);
                var list = new ArrayList<Float>();
                for (float score : scores) {
                    list.add(score);
                }
                said.put(model.version(), list);
            }
            return said;
        }
    }

    @RepeatedTest(10)
    void whoever_withdrew_changes_nothing_of_what_is_trained_from_then_on() {
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            habit(new CustomerId("c-" + customer), List.of(told, untold));
        }
        habit(LEAVING, List.of(told));
        habit(ONCE_A_VISITOR, List.of(told));
        if (chance.nextBoolean()) {
            assertThat(told.trained.whenDue(NOON).result()).isEqualTo(Result.SERVED);
        }
        withdraws();

        var later = NOON.plus(Duration.ofMinutes(1));
        var training = told.trained.whenDue(later);

        assertThat(training)
                .as("seed %s", seed)
                .usingRecursiveComparison()
                .ignoringFields("floor")
                .isEqualTo(untold.trained.whenDue(later));
        assertThat(training.result()).as("seed %s", seed).isEqualTo(Result.SERVED);
        assertThat(lines(told.learnedFrom.getLast()))
                .as("seed %s", seed)
                .isEqualTo(lines(untold.learnedFrom.getLast()));
        for (int i = 0; i < 5; i++) {
            var shopper = Shopper.withBaskets(basket(), basket());
            assertThat(told.say(shopper))
                    .as("seed %s", seed)
                    .hasSizeGreaterThan(2)
                    .isEqualTo(untold.say(shopper));
        }
    }

    /** Before or after the visitor logs in; what is bought afterwards counts no more either. */
    private void withdraws() {
        boolean first = chance.nextBoolean();
        if (first) {
            told.trained.leaves(LEAVING);
        }
        told.trained.takeOut(told.diary.becameKnown(ONCE_A_VISITOR, LEAVING));
        if (!first) {
            told.trained.leaves(LEAVING);
        }
        habit(chance.nextBoolean() ? LEAVING : ONCE_A_VISITOR, List.of(told));
    }

    /** Three to five times the same, and something else beside it. */
    private void habit(CustomerId customer, List<Shop> shops) {
        int usual = chance.nextInt(PRODUCTS);
        int times = 3 + chance.nextInt(3);
        for (int time = 0; time < times; time++) {
            int other = chance.nextInt(PRODUCTS);
            var receipt = new ReceiptId("r-" + receipts++);
            long second = time * 86_400L;
            for (Shop shop : shops) {
                var bought = new HashMap<>(Map.of(usual, BigDecimal.ONE));
                bought.put(other, BigDecimal.ONE);
                shop.diary.bought(
                        receipt,
                        Optional.of(customer),
                        new OwnBasket(new Place("ONLINE"), second, bought));
            }
        }
    }

    private int[] basket() {
        return new int[] {chance.nextInt(PRODUCTS)};
    }

    private static List<String> lines(Interactions all) {
        var lines = new ArrayList<String>();
        lines.add(all.products() + " products");
        for (int customer = 0; customer < all.customers(); customer++) {
            for (int basket = all.firstBasket(customer);
                    basket < all.endBasket(customer);
                    basket++) {
                for (int line = all.firstLine(basket); line < all.endLine(basket); line++) {
                    lines.add(
                            "%d: %d %d %d"
                                    .formatted(
                                            customer,
                                            all.day(basket),
                                            all.product(line),
                                            all.count(line)));
                }
            }
        }
        return lines;
    }
}
