package shopkeeper.acceptance.specs;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import shopkeeper.acceptance.drivers.Way;

/** Every sentence there is, with an example of each from our own features. */
public final class StepCatalog {
    private final Map<String, Entry> entries;
    private final Set<String> ambiguous;

    private StepCatalog(Map<String, Entry> entries, Set<String> ambiguous) {
        this.entries = entries;
        this.ambiguous = ambiguous;
    }

    /**
     * One expression.
     *
     * @param keyword Given, When or Then
     * @param canonical the expression it is a synonym of; itself where it is none
     * @param group what the steps around it are about
     * @param examples sentences of our own features
     * @param ways the channels in which those features are played
     */
    public record Entry(
            String expression,
            String keyword,
            String canonical,
            String group,
            Set<String> examples,
            Set<Way> ways) {
        public boolean isSynonym() {
            return !expression.equals(canonical);
        }

        public String example() {
            return examples.stream().findFirst().orElse("");
        }
    }

    public record Near(Entry entry, double likeness) {}

    /** Reads it out of the steps and of the features that use them. */
    public static StepCatalog of(List<Spec> features) {
        var listener = new Matches();
        new Runner(features, "").match(listener);
        return new StepCatalog(listener.entries, listener.ambiguous);
    }

    public Collection<Entry> entries() {
        return entries.values();
    }

    /** What the entry can also be called. */
    public List<Entry> synonyms(Entry canonical) {
        return entries.values().stream()
                .filter(entry ->
                        entry.isSynonym() && entry.canonical().equals(canonical.expression()))
                .toList();
    }

    /** Sentences of our features that mean two steps. */
    public Set<String> ambiguous() {
        return ambiguous;
    }

    /** The expressions that none of our features uses. */
    public List<String> withoutExample() {
        return entries.values().stream()
                .filter(entry -> entry.examples().isEmpty())
                .map(Entry::expression)
                .toList();
    }

    /** The sentences that are most like this one, the nearest first; of synonyms one. */
    public List<Near> nearest(String sentence, int most) {
        var shown = new HashSet<String>();
        return entries.values().stream()
                .filter(entry -> !entry.examples().isEmpty())
                .map(entry -> new Near(entry, likeness(entry, sentence)))
                .filter(near -> near.likeness() > 0.35)
                .sorted(Comparator.comparingDouble(Near::likeness).reversed())
                .filter(near -> shown.add(near.entry().canonical()))
                .limit(most)
                .toList();
    }

    private static double likeness(Entry entry, String sentence) {
        return Stream.concat(entry.examples().stream(), Stream.of(entry.expression()))
                .mapToDouble(known -> Likeness.of(known, sentence))
                .max()
                .orElse(0);
    }

    /** Hears which step each sentence means. */
    private static final class Matches implements ConcurrentEventListener {
        private final Map<String, Entry> entries = new TreeMap<>();
        private final Set<String> ambiguous = new TreeSet<>();
        private final List<PickleStepTestStep> scenario = new ArrayList<>();

        @Override
        public void setEventPublisher(EventPublisher publisher) {
            publisher.registerHandlerFor(StepDefinedEvent.class, this::defined);
            publisher.registerHandlerFor(TestStepFinished.class, this::matched);
            publisher.registerHandlerFor(TestCaseFinished.class, this::played);
        }

        private void defined(StepDefinedEvent event) {
            var step = event.getStepDefinition();
            if (!entries.containsKey(step.getPattern())) {
                StepMethod.at(step.getLocation())
                        .entries()
                        .forEach(entry -> entries.putIfAbsent(entry.expression(), entry));
            }
        }

        private void matched(TestStepFinished finished) {
            if (finished.getTestStep() instanceof PickleStepTestStep step) {
                if (finished.getResult().getStatus() == Status.AMBIGUOUS) {
                    ambiguous.add(step.getStep().getText());
                } else if (finished.getResult().getStatus() != Status.UNDEFINED) {
                    scenario.add(step);
                }
            }
        }

        private void played(TestCaseFinished finished) {
            var tags = new HashSet<>(finished.getTestCase().getTags());
            var ways = EnumSet.noneOf(Way.class);
            Stream.of(Way.values())
                    .filter(way -> Tags.plays(tags, way, Way.IN_PROCESS))
                    .forEach(ways::add);
            for (var step : scenario) {
                var entry = entries.get(step.getPattern());
                if (entry != null) {
                    entry.examples().add(step.getStep().getText());
                    entry.ways().addAll(ways);
                }
            }
            scenario.clear();
        }
    }
}
