package shopkeeper.application.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shopkeeper.domain.recommendation.CandidateModel;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Source;
import shopkeeper.domain.recommendation.Why;

/** Knows only who left it: rows are in the order of the names. */
record Noticed(List<Integer> gone) implements CandidateModel {
    @Override
    public Source source() {
        return Source.MATRIX;
    }

    @Override
    public String version() {
        return "gone " + gone;
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        Arrays.fill(scores, 0);
    }

    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        return Optional.empty();
    }

    @Override
    public CandidateModel without(int customer) {
        return new Noticed(Stream.concat(gone.stream(), Stream.of(customer)).toList());
    }
}
