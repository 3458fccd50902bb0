package shopkeeper.application.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.application.decision.DecisionJournal.Kept;
import shopkeeper.domain.decision.DecisionId;
import shopkeeper.domain.recommendation.Language;
import shopkeeper.domain.recommendation.SlateMaker;

/**
 * Slates are computed again from their candidates and scores; who was asked for, what they allowed
 * and what a price book said are facts of that moment and are taken as they were gathered.
 */
record ReplayFromJournal(DecisionJournal journal) implements Replay {
    @Override
    public Optional<Replayed> replay(DecisionId decision) {
        return journal.recall(decision).map(this::replay);
    }

    private Replayed replay(Kept kept) {
        var gathered = new Tree(kept.gathered());
        var candidates = new LinkedHashMap<String, Object>();
        var differs = new ArrayList<String>();
        var placements = new ArrayList<Object>();
        var body = new LinkedHashMap<>(kept.body());
        for (Object answer : new Tree(body).list("placements")) {
            var again = answer instanceof Map<?, ?> map ? again(new Tree(map), gathered) : answer;
            placements.add(again);
            if (!again.equals(answer) && answer instanceof Map<?, ?> map) {
                differs.add(new Tree(map).text("id"));
            }
        }
        if (gathered.has("slates")) {
            var slates = gathered.tree("slates");
            slates.names().forEach(id -> candidates.put(id, slates.tree(id).fields()));
        }
        body.put("placements", placements);
        var text = journal.asText(body);
        return new Replayed(
                kept.decision(), text, text.equals(kept.decision().body()), differs, candidates);
    }

    private static Object again(Tree answer, Tree gathered) {
        var id = answer.text("id");
        if (!gathered.has("slates") || !gathered.tree("slates").has(id)) {
            return answer.fields();
        }
        var kept = gathered.tree("slates").tree(id);
        var slate =
                SlateMaker.again(
                        PoolTree.pool(kept),
                        Language.valueOf(kept.text("language")),
                        PoolTree.grounds(kept),
                        kept.flag("history"));
        return DecisionBody.suggested(id, slate, context(answer));
    }

    private static List<String> context(Tree answer) {
        return answer.list("context").stream().map(Object::toString).toList();
    }
}
