package shopkeeper.domain.recommendation;

import java.util.Optional;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.StoreId;

/** Where something is sold: a store, or a channel where there is none. */
public record Place(String name) {
    public static Place of(Optional<StoreId> store, Channel channel) {
        return new Place(store.map(one -> "store=" + one.value()).orElse(channel.name()));
    }
}
