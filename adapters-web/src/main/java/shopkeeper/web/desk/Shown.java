package shopkeeper.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages show, in the words in which they show it. */
final class Shown {
    private Shown() {}

    /** What stands around every page: who is signed in (empty: nobody), and the page's files. */
    record Frame(String agent, String style, String htmx, String live) {}

    record Choice(String value, String words, boolean chosen) {}

    record When(String machine, String words) {}

    record CustomerView(
            String id, When since, List<IdentifierView> identifiers, boolean revealed) {}

    record IdentifierView(String type, String value, String since, String where) {}

    /**
     * @param message the name under which the form is sent
     * @param done what was just recorded; empty where nothing was
     */
    record ConsentsView(
            String customer, String message, WordForm form, String done, List<UseView> uses) {}

    /** What an agent filled in, and what is wrong with it. */
    record WordForm(
            String call,
            String touchpoint,
            String notice,
            String version,
            String locale,
            String callError,
            String noticeError) {
        static WordForm empty() {
            return new WordForm("", "phone", "", "", "", "", "");
        }

        boolean isWrong() {
            return !(callError + noticeError).isEmpty();
        }
    }

    /**
     * @param id for the page
     * @param use for the shop
     */
    record UseView(
            String id,
            String use,
            String words,
            String state,
            String style,
            @Nullable When since,
            String where,
            String channelStyle,
            String proof,
            boolean granted,
            boolean refused) {}

    /**
     * @param change how it differs from the one shown before
     * @param gone what is no longer in it
     * @param cameBack of what was suggested before
     */
    record DecisionView(
            String customer,
            String id,
            String mode,
            String modeWords,
            String change,
            List<ItemView> items,
            String gone,
            List<PermissionView> permissions,
            List<WithheldView> withheld,
            List<CameBackView> cameBack,
            When expires) {}

    record ItemView(String product, String name, String change, List<ReasonView> reasons) {}

    record ReasonView(String text, String code) {}

    record PermissionView(String purpose, boolean allowed, String proof) {}

    record WithheldView(String words, String code) {}

    /**
     * @param words in this language
     * @param suggested when and by which decision
     */
    record CameBackView(
            String product,
            String name,
            String words,
            String language,
            When at,
            When suggested,
            String decision) {}

    record QualityView(int slates, When since, String version, List<PlotView> plots) {}

    record PlotView(String title, String words, List<BarView> bars) {}

    /**
     * @param by what was grouped by; empty for everything
     * @param width of 300; below zero where nothing is known, which is not nothing
     * @param high where the interval ends; 0 where there is none
     */
    record BarView(String by, String name, String value, int width, int low, int high) {}

    /**
     * @param withheld set: why nothing is concluded
     */
    record TraitsView(String customer, List<TraitView> traits, String withheld) {}

    record TraitView(String name, String words, String because) {}

    /**
     * @param made null where the channel was not asked yet
     * @param cameBack of what it said
     */
    record AnswerView(
            String channel,
            String style,
            @Nullable When made,
            String mode,
            String modeWords,
            String products,
            List<CameBackView> cameBack) {}

    /**
     * @param seen what stands later in the log is new to the reader
     * @param heard from where on changes are told
     * @param next where earlier entries begin; empty where there are none
     */
    record TimelineView(
            String customer, List<EntryView> entries, long seen, long heard, String next) {}

    /**
     * @param received set where it was heard of late
     */
    record EntryView(
            When occurred,
            String where,
            String style,
            String words,
            String reference,
            String received,
            boolean fresh) {}
}
