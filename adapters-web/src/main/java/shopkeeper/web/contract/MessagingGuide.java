package shopkeeper.web.contract;

import java.util.ArrayList;
import java.util.List;
import shopkeeper.web.contract.Guide.Place;
import shopkeeper.web.contract.Guide.Told;
import tools.jackson.databind.JsonNode;

/** What the AsyncAPI document says, for people. */
final class MessagingGuide {
    private MessagingGuide() {}

    static List<Place> places(JsonNode asyncApi) {
        var places = new ArrayList<Place>();
        for (var operation : asyncApi.path("operations").properties()) {
            var channel = resolved(asyncApi, operation.getValue().get("channel"));
            var types = new ArrayList<String>();
            for (var message : channel.get("messages").properties()) {
                types.add(resolved(asyncApi, message.getValue()).get("name").asString());
            }
            boolean isOurs = operation.getValue().get("action").asString().equals("send");
            places.add(
                    new Place(
                            channel.get("address").asString(),
                            isOurs ? "from the platform" : "to the platform",
                            channel.get("description").asString(),
                            types));
        }
        return places;
    }

    static List<Told> messages(JsonNode asyncApi) {
        return asyncApi.path("components")
                .path("messages")
                .propertyStream()
                .map(message ->
                        new Told(
                                message.getValue().get("name").asString(),
                                message.getValue().get("summary").asString(),
                                Words.pretty(message.getValue().at("/examples/0/payload")),
                                Words.pretty(message.getValue().get("payload"))))
                .toList();
    }

    private static JsonNode resolved(JsonNode document, JsonNode reference) {
        return document.at(reference.get("$ref").asString().substring(1));
    }
}
