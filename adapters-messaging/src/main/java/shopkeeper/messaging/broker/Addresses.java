package shopkeeper.messaging.broker;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import shopkeeper.messaging.announcement.AnnouncementCatalog;

/** The places messages go to. */
public final class Addresses {
    public static final String TRANSACTIONS = "pos.transactions";
    public static final String OFFER_REQUESTS = "pos.offers.requests";
    public static final String CONSENTS = "pos.consents";
    public static final String OUTCOMES = "pos.outcomes";
    static final String OFFER_REPLIES = "pos.offers.replies";
    static final String ANNOUNCEMENTS = "announcements.";
    static final String DEAD_LETTERS = "dead-letters";
    static final String EXPIRED = "expired";

    /** Each message is for the platform alone. */
    static final Set<String> INBOUND = Set.of(TRANSACTIONS, OFFER_REQUESTS, CONSENTS);

    /** What is told there stays true, however long it was on the way. */
    static final Set<String> FACTS = Set.of(TRANSACTIONS, CONSENTS);

    /** Each message is for everybody who listens. */
    static final List<String> BROADCAST =
            Stream.concat(
                            Stream.of(OUTCOMES),
                            AnnouncementCatalog.CAPABILITIES.stream().map(ANNOUNCEMENTS::concat))
                    .toList();

    static final List<String> KEPT =
            Stream.concat(INBOUND.stream(), Stream.of(DEAD_LETTERS, EXPIRED)).sorted().toList();

    private Addresses() {}

    /** What every till says at addresses of its own goes where the others say it too. */
    static String fromEveryTill(String word) {
        return TillArea.ROOT + "*.tills.*." + word;
    }

    /**
     * An address that has a meaning here, or stands for many: nobody opens it for themselves, and
     * no reply goes there.
     */
    static boolean isOurs(String address) {
        String bare = address.split("::", 2)[0];
        return KEPT.contains(bare)
                || bare.startsWith("pos.")
                || bare.startsWith(TillArea.ROOT)
                || bare.startsWith(ANNOUNCEMENTS)
                || bare.startsWith("activemq.")
                || bare.startsWith("$")
                || isPattern(bare);
    }

    /**
     * Whether a reply may go there: to an address of the asker's own, or to one that means nothing
     * here; whose that is, the broker in the house has looked at already.
     */
    static boolean takesReplies(String address, String asker) {
        return !isOurs(address) || isOwn(address, asker);
    }

    /** Whether it is in the asker's area, and not where the platform listens. */
    static boolean isOwn(String address, String asker) {
        return !isPattern(address)
                && TillArea.ofClient(asker)
                        .filter(area -> area.holds(address))
                        .filter(area -> !INBOUND.contains(area.word(address)))
                        .isPresent();
    }

    private static boolean isPattern(String address) {
        return address.indexOf('*') >= 0 || address.indexOf('#') >= 0 || address.contains("::");
    }
}
