package shopkeeper.web.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A profile as the web asks for it and shows it. */
final class ProfileJson {
    private ProfileJson() {}

    /** What points at a customer. */
    record Pointer(@Nullable String type, @Nullable String value) {}

    record Found(String customer) {}

    record Profile(String customer, String metAt, List<KnownIdentifier> identifiers) {}

    record Identifiers(String customer, List<KnownIdentifier> identifiers) {}

    /**
     * @param value absent once it was erased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KnownIdentifier(
            String type, @Nullable String value, String since, String channel, String touchpoint) {}

    /**
     * @param next the {@code cursor} of the next page; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Timeline(String customer, List<Entry> entries, @Nullable String next) {}

    /**
     * @param late heard of long after it happened
     * @param position absent for behavior, which has none of its own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String occurred,
            String received,
            String channel,
            String touchpoint,
            String kind,
            String words,
            String reference,
            boolean late,
            @Nullable Long position) {}

    /**
     * @param madeWithout which of them were made before the shop heard of what had happened by then
     */
    record Decisions(String customer, List<Journaled> decisions, List<MadeWithout> madeWithout) {}

    record MadeWithout(String decisionId, int laterFacts) {}

    /** The answer as it was given, word for word. */
    record Journaled(@JsonValue @JsonRawValue String body) {}
}
