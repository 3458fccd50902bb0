package shopkeeper.messaging.announcement;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.Via;
import shopkeeper.messaging.kernel.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/** An announcement while it is written. */
final class Draft {
    private final String capability;
    private final String what;
    private final String subject;
    private final ObjectNode data = StrictJson.object();

    Draft(String capability, String what, Object subject) {
        this.capability = capability;
        this.what = what;
        this.subject = subject.toString();
    }

    /** Absence is told by leaving it out. */
    Draft with(String name, Object value) {
        switch (value) {
            case Optional<?> perhaps -> perhaps.ifPresent(one -> with(name, one));
            case Money money ->
                    data.putObject(name)
                            .put("amount", money.amount().toPlainString())
                            .put("currency", money.currency().getCurrencyCode());
            case Via via ->
                    data.put("channel", via.channel().name()).put("touchpoint", via.touchpoint());
            case Map<?, ?> reasons -> reasons(name, reasons);
            case Integer number -> data.put(name, number);
            case Boolean flag -> data.put(name, flag);
            default -> data.put(name, value.toString());
        }
        return this;
    }

    /** In the order of what they are told of; none is left out like any absence. */
    private void reasons(String name, Map<?, ?> reasons) {
        if (!reasons.isEmpty()) {
            var told = data.putObject(name);
            reasons.entrySet().stream()
                    .sorted(Comparator.comparing(one -> one.getKey().toString()))
                    .forEach(one -> told.put(one.getKey().toString(), one.getValue().toString()));
        }
    }

    Announcement done(Moment at) {
        return new Announcement(capability, what, subject, at, data);
    }
}
