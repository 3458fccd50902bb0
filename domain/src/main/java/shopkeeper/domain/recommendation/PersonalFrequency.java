package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the customer buys again and again; the last baskets may count more. */
public final class PersonalFrequency implements CandidateModel {
    private final String version;
    private final Weighing weighing;

    private PersonalFrequency(String version, Weighing weighing) {
        this.version = version;
        this.weighing = weighing;
    }

    /**
     * @param decay of each basket against the one after it, 1 for none
     */
    public static PersonalFrequency decaying(double decay) {
        return new PersonalFrequency(
                "personal-frequency-1/decay=" + decay, Weighing.frequency(0, decay));
    }

    public static PersonalFrequency ofLast(int baskets) {
        return new PersonalFrequency(
                "personal-frequency-1/last=" + baskets, Weighing.frequency(baskets, 1));
    }

    /** As TIFU-KNN weighs a history, without its neighbours. */
    public static PersonalFrequency grouped(int groups, double within, double between) {
        return new PersonalFrequency(
                "personal-frequency-1/grouped=%d,%s,%s".formatted(groups, within, between),
                Weighing.grouped(groups, within, between));
    }

    @Override
    public Source source() {
        return Source.BOUGHT_BEFORE;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        Arrays.fill(scores, 0);
        weighing.weigh(shopper.baskets(), scores);
    }

    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        int times = 0;
        for (int[] basket : shopper.baskets()) {
            for (int one : basket) {
                times += one == product ? 1 : 0;
            }
        }
        return times == 0
                ? Optional.empty()
                : Optional.of(new Why("BOUGHT_BEFORE", times, shopper.baskets().length, List.of()));
    }
}
