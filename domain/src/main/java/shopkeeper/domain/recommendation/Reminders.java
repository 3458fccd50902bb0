package shopkeeper.domain.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was looked at in this visit, before the last click: people come back to it. */
public final class Reminders implements CandidateModel {
    private static final float DECAY = .8f;

    @Override
    public Source source() {
        return Source.SESSION_NEIGHBOURS;
    }

    @Override
    public String version() {
        return "reminders-1";
    }

    @Override
    public void score(Shopper shopper, float[] scores) {
        Arrays.fill(scores, 0);
        int[] session = shopper.session();
        float weight = 1;
        for (int i = session.length - 2; i >= 0; i--) {
            if (session[i] < scores.length) {
                scores[session[i]] += weight;
            }
            weight *= DECAY;
        }
    }

    @Override
    public Optional<Why> why(Shopper shopper, int product) {
        int times = 0;
        for (int one : shopper.session()) {
            times += one == product ? 1 : 0;
        }
        return times == 0
                ? Optional.empty()
                : Optional.of(new Why("LOOKED_AT", times, 0, List.of()));
    }
}
