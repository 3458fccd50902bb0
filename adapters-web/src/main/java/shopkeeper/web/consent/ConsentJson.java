package shopkeeper.web.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Consent as it is said and read over the web. */
final class ConsentJson {
    private ConsentJson() {}

    /** What a customer said. */
    record Said(
            @Nullable String choice,
            @Nullable String contactMethod,
            @Nullable NoticeShown notice,
            @Nullable String method,
            @Nullable Heard evidence,
            @Nullable String channel,
            @Nullable String touchpoint,
            @Nullable String at) {}

    /** Who heard a word that was only spoken, and in which call or chat. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Heard(@Nullable String agent, @Nullable String call) {}

    /** The text the customer was shown, or that was read out. */
    record NoticeShown(@Nullable String id, @Nullable String version, @Nullable String locale) {}

    /** All that stands for a customer. */
    record Standings(String customer, List<Standing> consents) {}

    /** One word of a customer with its proof. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            String purpose,
            @Nullable String contactMethod,
            String choice,
            @Nullable NoticeShown notice,
            @Nullable Heard evidence,
            String channel,
            String touchpoint,
            String since,
            String received,
            long position) {}

    /** May we, now? */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PermissionAnswer(
            boolean allowed,
            @Nullable String basis,
            @Nullable String evidence,
            @Nullable String until,
            @Nullable String code) {}
}
