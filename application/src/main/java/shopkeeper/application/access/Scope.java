package shopkeeper.application.access;

import java.util.EnumSet;
import java.util.Set;

/** What a client may do. */
public enum Scope {
    /** Send what customers do and who they are. */
    COLLECT,
    /** Read profiles, timelines and consents. */
    PROFILES,
    /** Record consent and ask for permission. */
    CONSENT,
    /** Ask for decisions. */
    DECIDE,
    /** Get a decision again by its id. */
    RECALL,
    /** Browse products, stores and prices. */
    BROWSE,
    /** Change products, stores, stock and prices. */
    REFERENCE,
    /** See what could not be taken in, and drive it again. */
    OPERATE,
    /** Send and receive till messages. */
    TILL,
    /** Hear what is announced to other systems. */
    ANNOUNCEMENTS;

    /** What a key of this role may do. */
    public static Set<Scope> of(Client.Role role) {
        return switch (role) {
            case ADMIN -> EnumSet.allOf(Scope.class);
            case WEB -> EnumSet.of(COLLECT, PROFILES, CONSENT, DECIDE, RECALL, BROWSE);
            case AGENT -> EnumSet.of(PROFILES, CONSENT, DECIDE, RECALL, BROWSE);
            case TILL -> EnumSet.of(TILL);
            case BROWSER -> EnumSet.of(COLLECT, DECIDE);
            case FOLLOWER -> EnumSet.of(ANNOUNCEMENTS);
        };
    }
}
