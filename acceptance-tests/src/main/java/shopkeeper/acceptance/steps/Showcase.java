package shopkeeper.acceptance.steps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import shopkeeper.acceptance.Scene;
import shopkeeper.acceptance.drivers.Answer;
import shopkeeper.acceptance.drivers.Asked;
import shopkeeper.acceptance.drivers.AskedMoment;
import shopkeeper.acceptance.drivers.ChannelDriver;
import shopkeeper.domain.catalog.Details;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.profile.Identifier;

/** The shelves of a scene, and the moment in which somebody asks what to show of them. */
public final class Showcase {
    private final Scene scene;
    private final List<String> shelves = new ArrayList<>();
    private final Map<String, Shown> shown = new HashMap<>();
    private AskedMoment moment = AskedMoment.PLAIN.in("home", 10);

    private record Shown(String kind, Details details) {}

    public Showcase(Scene scene) {
        this.scene = scene;
    }

    void now(UnaryOperator<AskedMoment> change) {
        moment = change.apply(moment);
    }

    /** Each scene looks at its own shelves only. */
    void list(String product, String kind, Details details) {
        var category = scene.named(kind);
        if (!shelves.contains(category)) {
            shelves.add(category);
            now(asked -> asked.filtered("categories", List.copyOf(shelves)));
        }
        var listed =
                new Product(scene.product(product), product, Optional.of(category), true, details);
        scene.told(scene.desk().lists(listed));
        shown.put(product, new Shown(kind, details));
    }

    /** The same product on the same shelf, with more that is known of it. */
    void detail(String product, UnaryOperator<Details> change) {
        var known = shown.getOrDefault(product, new Shown("shelf", Details.NONE));
        list(product, known.kind(), change.apply(known.details()));
    }

    void ask(Optional<Identifier> who, int limit, String place, List<String> page) {
        now(asked -> asked.in(place, limit));
        ask(who, page);
    }

    /** As many as there is room for. */
    void ask(String place) {
        now(asked -> asked.in(place));
        ask(Optional.empty(), List.of());
    }

    private void ask(Optional<Identifier> who, List<String> page) {
        scene.answered(answer(scene.channel(), who, page));
    }

    /** The same question in that channel. */
    Answer answer(ChannelDriver channel, Optional<Identifier> who) {
        return answer(channel, who, List.of());
    }

    private Answer answer(ChannelDriver channel, Optional<Identifier> who, List<String> page) {
        return channel.asks(new Asked(who, "recommendation", page, moment));
    }
}
