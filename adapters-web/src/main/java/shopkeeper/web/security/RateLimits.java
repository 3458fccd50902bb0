package shopkeeper.web.security;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import shopkeeper.application.access.Allowance;
import shopkeeper.application.access.Allowances;
import shopkeeper.application.access.Client;
import shopkeeper.application.access.Client.Role;

/** What each client of this node has left of its allowance. */
final class RateLimits {
    private static final int REMEMBERED = 10_000;

    private final Allowances allowances;
    private final TimeMeter time;
    private final Map<String, Purse> clients = Collections.synchronizedMap(new Latest<>());
    private final Map<String, Purse> addresses = Collections.synchronizedMap(new Latest<>());

    RateLimits(Allowances allowances, TimeMeter time) {
        this.allowances = allowances;
        this.time = time;
    }

    Purse of(Client client) {
        return clients.computeIfAbsent(
                client.name(), _ -> purse(policy(client.role()), allowances.of(client.role())));
    }

    /** For keys that nobody has. */
    Purse of(String address) {
        return addresses.computeIfAbsent(address, _ -> purse("wrong-keys", allowances.wrongKeys()));
    }

    private static String policy(Role role) {
        return role == Role.BROWSER ? "events" : role.name().toLowerCase(Locale.ROOT);
    }

    private Purse purse(String policy, Allowance allowance) {
        var limit =
                Bandwidth.builder()
                        .capacity(allowance.quantity())
                        .refillIntervally(allowance.quantity(), allowance.window())
                        .build();
        var bucket = Bucket.builder().withCustomTimePrecision(time).addLimit(limit).build();
        return new Purse(policy, allowance, bucket);
    }

    /** What is left of one allowance, and what is said of it. */
    record Purse(String policy, Allowance allowance, Bucket bucket) {
        Left spend(int quantity) {
            return new Left(this, bucket.tryConsumeAndReturnRemaining(quantity));
        }

        /** As in the draft for RateLimit header fields. */
        String said() {
            return "\"%s\";q=%d;w=%d"
                    .formatted(policy, allowance.quantity(), allowance.window().toSeconds());
        }
    }

    /** What is left now. */
    record Left(Purse purse, ConsumptionProbe probe) {
        boolean wasEnough() {
            return probe.isConsumed();
        }

        String said() {
            return "\"" + purse.policy() + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds();
        }

        /** Until there is a full allowance again. */
        int seconds() {
            long nanos = probe.getNanosToWaitForReset();
            return (int) Math.max(1, (nanos + 999_999_999) / 1_000_000_000);
        }
    }

    /** Forgets who has not come for longest. */
    private static final class Latest<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }
    }
}
