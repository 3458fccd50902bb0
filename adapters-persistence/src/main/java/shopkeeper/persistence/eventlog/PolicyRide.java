package shopkeeper.persistence.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A rider that boards the next append of whatever runs within it, without the use case in between
 * knowing: so a policy's position moves with the fact it caused.
 */
public final class PolicyRide {
    private static final ScopedValue<PolicyRide> RIDE = ScopedValue.newInstance();

    private final Rider rider;
    private final AtomicBoolean arrived = new AtomicBoolean();

    private PolicyRide(Rider rider) {
        this.rider = rider;
    }

    /**
     * @return whether an append took the rider along; if not, nothing was appended and the rider
     *     wrote nothing
     */
    public static boolean during(Rider rider, Runnable work) {
        PolicyRide ride = new PolicyRide(rider);
        ScopedValue.where(RIDE, ride).run(work);
        return ride.arrived.get();
    }

    static List<Rider> boarding(List<Rider> riders) {
        if (!RIDE.isBound()) {
            return riders;
        }
        List<Rider> all = new ArrayList<>(riders);
        all.add(RIDE.get().rider);
        return all;
    }

    static void arrive() {
        if (RIDE.isBound()) {
            RIDE.get().arrived.set(true);
        }
    }
}
