package shopkeeper.web.decision;

import shopkeeper.application.decision.Replay.Replayed;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** A replay as it is shown: both bodies as they are, to the last character. */
final class ReplayedJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ReplayedJson() {}

    static byte[] of(Replayed replayed) {
        var tree = JSON.createObjectNode();
        tree.put("decisionId", replayed.decision().id().value());
        tree.put("equal", replayed.equal());
        var differs = tree.putArray("differs");
        replayed.differs().forEach(differs::add);
        tree.putRawValue("decision", new RawValue(replayed.decision().body()));
        tree.putRawValue("replayed", new RawValue(replayed.body()));
        tree.set("candidates", JSON.valueToTree(replayed.candidates()));
        return JSON.writeValueAsBytes(tree);
    }
}
