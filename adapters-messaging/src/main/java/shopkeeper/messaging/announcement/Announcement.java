package shopkeeper.messaging.announcement;

import java.time.Instant;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Position;
import shopkeeper.messaging.kernel.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * One fact as others hear of it: opaque ids and codes, nothing a person told the shop.
 *
 * @param capability also the last part of the address
 * @param what as the type names it, such as {@code purchase-recorded}
 */
public record Announcement(
        String capability, String what, String subject, Moment at, ObjectNode data) {
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    public String type() {
        return "shopkeeper." + capability + "." + what + ".v1";
    }

    /** As a structured CloudEvent. Told twice it has the same id, and ids grow with the log. */
    public byte[] event(Position position) {
        String place = "%020d".formatted(position.value());
        var event = StrictJson.object();
        event.put("specversion", "1.0");
        event.put("type", type());
        event.put("source", "/announcements/" + capability);
        event.put("id", place);
        event.put("sequence", place);
        event.put("subject", subject);
        event.put("partitionkey", subject);
        event.put("time", text(at.effective()));
        event.put("recordedtime", text(at.received()));
        event.put("datacontenttype", "application/json");
        event.set("data", data);
        return StrictJson.write(event);
    }

    private static String text(Instant instant) {
        return instant.toString();
    }
}
