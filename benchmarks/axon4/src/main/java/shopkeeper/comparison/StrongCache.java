package shopkeeper.comparison;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/** Keeps everything, so that no garbage collection speaks against the library. */
final class StrongCache implements Cache {
    private final Map<Object, Object> kept = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the library's contract
    public <K, V> @Nullable V get(K key) {
        return (V) kept.get(key);
    }

    @Override
    public void put(Object key, Object value) {
        kept.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return kept.putIfAbsent(key, value) == null;
    }

    @Override
    @SuppressWarnings("unchecked") // the library's contract
    public <T> T computeIfAbsent(Object key, Supplier<T> valueSupplier) {
        return (T) kept.computeIfAbsent(key, _ -> valueSupplier.get());
    }

    @Override
    @SuppressWarnings("unchecked") // the library's contract
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        kept.computeIfPresent(key, (_, value) -> update.apply((V) value));
    }

    @Override
    public boolean remove(Object key) {
        return kept.remove(key) != null;
    }

    @Override
    public void removeAll() {
        kept.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return kept.containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
        return () -> true;
    }
}
