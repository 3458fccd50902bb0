package shopkeeper.acceptance.drivers;

import java.util.List;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.profile.Identifier;

/** What can be told and asked in a channel, in the words of the shop. */
public interface ChannelDriver extends AutoCloseable {
    /** Why a scenario is not tried in a channel that has no till. */
    String ONLY_TILLS_VOID = "only a till voids a receipt";

    Way way();

    /** Somebody comes with this device and nothing else. */
    Outcome visits(Identifier device);

    /** A visitor says who they are. */
    Outcome logsIn(Identifier device, Person person);

    Outcome buys(Receipt receipt);

    Outcome givesBack(Receipt receipt);

    /** A sale is taken back as if it had never been. */
    Outcome voids(Receipt sale);

    Outcome says(Choice choice, Identifier who, Purpose purpose);

    Answer asks(Asked question);

    /**
     * Says what became of a decision's suggestion.
     *
     * @param verdict shown, clicked, helpful, not-helpful, hidden, undone
     */
    Outcome feedback(String decision, String verdict, String product);

    /** The same decision once more. */
    Answer again(String decisionId);

    /** What happened, by its kinds, the latest first. */
    List<String> timeline(Identifier who);

    /** The kinds of what was heard of long after it happened. */
    List<String> late(Identifier who);

    @Override
    void close();
}
