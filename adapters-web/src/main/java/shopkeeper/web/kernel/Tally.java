package shopkeeper.web.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Position;

/** What became of many items that came in one request. */
public final class Tally {
    private int accepted;
    private int duplicates;
    private @Nullable Long position;
    private final List<Rejected> rejected = new ArrayList<>();

    /** {@code {accepted, duplicates, rejected:[{index, problem}], position}}. */
    public record TallyJson(
            int accepted,
            int duplicates,
            List<Rejected> rejected,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long position) {}

    /**
     * An item that was not taken, and why.
     *
     * @param index from 0
     */
    public record Rejected(int index, Problem problem) {}

    public void accepted(int items) {
        accepted += items;
    }

    public void duplicates(int items) {
        duplicates += items;
    }

    public void rejected(int index, Problem problem) {
        rejected.add(new Rejected(index, problem));
    }

    public void counted(Written written) {
        if (written.outcome().equals("duplicate")) {
            duplicates(1);
        } else {
            accepted(1);
        }
        reached(new Position(written.position()));
    }

    /** The log holds what this request caused up to here. */
    public void reached(Position fact) {
        position = position == null ? fact.value() : Math.max(position, fact.value());
    }

    public TallyJson asJson() {
        return new TallyJson(
                accepted,
                duplicates,
                rejected.stream()
                        .sorted((one, other) -> Integer.compare(one.index(), other.index()))
                        .toList(),
                position);
    }
}
