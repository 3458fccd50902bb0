package shopkeeper.persistence.feed;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a follower is, while its row is locked, and what it has to wait for.
 *
 * @param parked sequence by sequence, the first parked fact
 */
record Standing(long position, Map<String, Long> parked) {
    /** The first parked fact that one with these sequences comes after. */
    Optional<Long> ahead(Set<String> sequences) {
        return sequences.stream().filter(parked::containsKey).map(parked::get).min(Long::compareTo);
    }

    void park(long first, Set<String> sequences) {
        sequences.forEach(sequence -> parked.putIfAbsent(sequence, first));
    }
}
