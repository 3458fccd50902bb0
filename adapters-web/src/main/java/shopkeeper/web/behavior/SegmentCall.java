package shopkeeper.web.behavior;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.web.kernel.IdentifierTypes;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One call of the Segment spec: leniently read, since shops send much that we have no use for.
 *
 * @param at corrected by what that clock was wrong when it sent the call
 */
record SegmentCall(
        CallType type,
        MessageId message,
        List<Identifier> identifiers,
        String event,
        JsonNode properties,
        Via via,
        Moment at) {
    static final String SOURCE = "web";

    boolean isOrder() {
        return type == CallType.TRACK && event.equals(EventNames.ORDER_COMPLETED);
    }

    /** What is called for; screens are the pages of an app. */
    enum CallType {
        IDENTIFY,
        TRACK,
        PAGE,
        SCREEN,
        ALIAS;

        static CallType named(@Nullable String name) {
            return Arrays.stream(values())
                    .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            Problem.invalid("type must be identify, track, page, screen or alias.")
                                    .asException());
        }
    }

    static SegmentCall read(
            JsonNode json,
            Optional<CallType> asked,
            @Nullable String sentAt,
            boolean trusted,
            Instant received) {
        if (!json.isObject()) {
            throw Problem.invalid("A call is an object.").asException();
        }
        var type = asked.orElseGet(() -> CallType.named(text(json, "type")));
        var message =
                Input.required(
                        "messageId", text(json, "messageId"), id -> new MessageId(SOURCE, id));
        var event = text(json, "event");
        return new SegmentCall(
                type,
                message,
                trusted ? identifiers(type, json) : visitor(type, json),
                type == CallType.TRACK ? Input.required("event", event) : "",
                object(json, "properties"),
                type == CallType.SCREEN ? new Via(Via.web().channel(), "app") : Via.web(),
                moment(json, sentAt, received));
    }

    /** A scalar as text; ids come as numbers too. */
    static @Nullable String text(JsonNode json, String field) {
        var value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isString()) {
            return value.stringValue().isBlank() ? null : value.stringValue();
        }
        if (value.isIntegralNumber()) {
            return value.asString();
        }
        throw Problem.invalid(field + " must be a text.").asException();
    }

    private static JsonNode object(JsonNode json, String field) {
        var value = json.get(field);
        if (value == null || value.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!value.isObject()) {
            throw Problem.invalid(field + " must be an object.").asException();
        }
        return value;
    }

    private static List<Identifier> identifiers(CallType type, JsonNode json) {
        var found = new ArrayList<Identifier>();
        var anonymous = type == CallType.ALIAS ? "previousId" : "anonymousId";
        add(found, IdentifierType.ANONYMOUS, anonymous, text(json, anonymous));
        add(found, IdentifierType.CRM, "userId", text(json, "userId"));
        if (type == CallType.IDENTIFY) {
            var traits = object(json, "traits");
            add(found, IdentifierType.EMAIL, "traits.email", text(traits, "email"));
            add(found, IdentifierType.PHONE, "traits.phone", text(traits, "phone"));
            addExternalIds(found, object(json, "context").path("externalIds"));
        }
        if (found.isEmpty() || (type == CallType.ALIAS && found.size() < 2)) {
            throw Problem.invalid(
                            type == CallType.ALIAS
                                    ? "An alias needs previousId and userId."
                                    : "anonymousId or userId is missing.")
                    .asException();
        }
        return found;
    }

    /** Anybody can copy a page's key: it tells what a visitor does, never who they are. */
    private static List<Identifier> visitor(CallType type, JsonNode json) {
        if (type == CallType.IDENTIFY || type == CallType.ALIAS) {
            throw Problem.of(
                            403,
                            "not-permitted",
                            "Not permitted",
                            "The key of a page does not say who somebody is: the shop's server does,"
                                    + " which has seen them log in.")
                    .asException();
        }
        var found = new ArrayList<Identifier>();
        var anonymous = Input.required("anonymousId", text(json, "anonymousId"));
        add(found, IdentifierType.ANONYMOUS, "anonymousId", anonymous);
        return found;
    }

    /** Where the spec puts what its own fields have no place for: a loyalty card, for example. */
    private static void addExternalIds(List<Identifier> found, JsonNode externalIds) {
        for (var external : externalIds) {
            var type = text(external, "type");
            Arrays.stream(IdentifierType.values())
                    .filter(known -> IdentifierTypes.word(known).equals(type))
                    .forEach(known ->
                            add(found, known, "context.externalIds.id", text(external, "id")));
        }
    }

    private static void add(
            List<Identifier> found, IdentifierType type, String field, @Nullable String value) {
        Input.optional(field, value, text -> new Identifier(type, text)).ifPresent(found::add);
    }

    /** A clock that is wrong is as wrong about the sending as about the event. */
    private static Moment moment(JsonNode json, @Nullable String around, Instant received) {
        var own = text(json, "originalTimestamp");
        var time = own == null ? text(json, "timestamp") : own;
        if (time == null) {
            return Moment.at(received);
        }
        var told = Input.instant("timestamp", time);
        var sent = text(json, "sentAt") == null ? around : text(json, "sentAt");
        if (sent == null) {
            return new Moment(told, received);
        }
        var since = Duration.between(told, Input.instant("sentAt", sent));
        return new Moment(received.minus(since), received);
    }
}
