package shopkeeper.messaging.kernel;

import java.time.Instant;
import shopkeeper.messaging.kernel.Answer.Outcome;
import shopkeeper.messaging.kernel.Answer.Reply;
import tools.jackson.databind.node.ObjectNode;

/** Writes an answer as a structured CloudEvent. */
public final class AnswerWriter {
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    private AnswerWriter() {}

    public static String type(Answer answer) {
        return switch (answer) {
            case Outcome outcome -> "retail.pos.outcome." + Desk.word(outcome.kind()) + ".v1";
            case Reply reply -> reply.type();
        };
    }

    /**
     * @param messageId the id of the message it answers
     */
    public static byte[] write(Answer answer, String messageId, Instant now) {
        var event = StrictJson.object();
        event.put("specversion", "1.0");
        event.put("type", type(answer));
        switch (answer) {
            case Outcome _ -> event.put("source", "/outcomes").put("id", RandomIds.next("out_"));
            case Reply reply -> event.put("source", "/decisions").put("id", reply.id());
        }
        event.put("time", now.toString());
        event.put("correlationid", messageId);
        event.put("datacontenttype", "application/json");
        switch (answer) {
            case Outcome outcome -> event.set("data", data(outcome, messageId));
            case Reply reply -> event.set("data", reply.data());
        }
        return StrictJson.write(event);
    }

    private static ObjectNode data(Outcome outcome, String messageId) {
        var data = part(outcome);
        data.put("messageId", messageId);
        if (!outcome.parts().isEmpty()) {
            var parts = data.putArray("transactions");
            outcome.parts().forEach(one -> parts.add(part(one)));
        }
        return data;
    }

    private static ObjectNode part(Outcome outcome) {
        var data = StrictJson.object();
        data.put("outcome", Desk.word(outcome.kind()));
        outcome.reason()
                .ifPresent(reason ->
                        data.putObject("reason")
                                .put("code", reason.code())
                                .put("words", reason.text()));
        outcome.receipt().ifPresent(receipt -> data.put("receipt", receipt));
        outcome.position().ifPresent(position -> data.put("position", position.value()));
        return data;
    }
}
