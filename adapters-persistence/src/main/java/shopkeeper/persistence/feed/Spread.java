package shopkeeper.persistence.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How the work is shared: nobody who can do it has two followers fewer than who does it. */
final class Spread {
    private final Map<String, Set<String>> others;
    private final Map<String, String> holders;

    /**
     * @param others the other nodes that live, with the followers each can work for
     * @param holders follower by follower, who works for it and lives
     */
    Spread(Map<String, Set<String>> others, Map<String, String> holders) {
        this.others = Map.copyOf(others);
        this.holders = new HashMap<>(holders);
    }

    boolean isFree(String follower) {
        return !holders.containsKey(follower);
    }

    /** Whether none of the others who could take it has less to do. */
    boolean isMyTurn(String follower, String me) {
        return !someoneHasAtMost(load(me) - 1, follower);
    }

    boolean isTooMuch(String follower, String me) {
        return someoneHasAtMost(load(me) - 2, follower);
    }

    void taken(String follower, String by) {
        holders.put(follower, by);
    }

    /** It is left to others, so it is not free for who gave it away. */
    void released(String follower) {
        holders.put(follower, "");
    }

    private boolean someoneHasAtMost(long most, String follower) {
        return others.entrySet().stream()
                .anyMatch(other ->
                        other.getValue().contains(follower) && load(other.getKey()) <= most);
    }

    private long load(String node) {
        return holders.values().stream().filter(node::equals).count();
    }
}
