package shopkeeper.acceptance.specs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.resource.Resource;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import shopkeeper.acceptance.Scene;
import shopkeeper.acceptance.Shop;
import shopkeeper.acceptance.StepObjects;
import shopkeeper.acceptance.drivers.Way;

/** Runs features against a shop, each scenario in the channels its tags choose. */
public final class Runner {
    private final List<Spec> specs;
    private final String only;

    /**
     * @param only a tag expression; empty for all
     */
    public Runner(List<Spec> specs, String only) {
        this.specs = specs.stream().filter(spec -> spec.complaints().isEmpty()).toList();
        this.only = only;
    }

    public Trials play(Shop shop) {
        var trials = new Trials();
        var ways = shop.ways();
        for (Way way : ways) {
            Scene.play(shop, way);
            run(List.of(Tags.expression(way, ways.getFirst())), false, new Listener(trials, way));
        }
        sayWhyNot(trials, ways);
        return trials;
    }

    /** Only looks which sentence belongs to which step; nothing is done. */
    void match(Plugin listener) {
        run(List.of("not " + Tags.PLANNED), true, listener);
    }

    private void run(List<String> filters, boolean dry, Plugin listener) {
        var options =
                new RuntimeOptionsBuilder()
                        .addGlue(URI.create("classpath:/shopkeeper/acceptance/steps"))
                        .setObjectFactoryClass(StepObjects.class)
                        .setDryRun(dry);
        Stream.concat(filters.stream(), Stream.of(only).filter(Predicate.not(String::isEmpty)))
                .map(TagExpressionParser::parse)
                .forEach(options::addTagFilter);
        var loader = Runner.class.getClassLoader();
        Runtime.builder()
                .withRuntimeOptions(options.build())
                .withClassLoader(() -> loader)
                .withFeatureSupplier(this::features)
                .withAdditionalPlugins(listener)
                .build()
                .run();
    }

    private List<Feature> features() {
        var parser = new FeatureParser(UUID::randomUUID);
        return specs.stream()
                .flatMap(spec -> parser.parseResource(new Text(spec)).stream())
                .toList();
    }

    /** What is played in no channel of this shop is shown with the reason. */
    private void sayWhyNot(Trials trials, List<Way> ways) {
        var wanted = TagExpressionParser.parse(only);
        for (var spec : specs) {
            spec.scenarios()
                    .filter(scenario -> !scenario.planned() && !trials.tried(spec, scenario))
                    .filter(scenario -> wanted.evaluate(List.copyOf(scenario.tags())))
                    .forEach(scenario ->
                            scenario.cases()
                                    .forEach(line ->
                                            trials.note(
                                                    new Trials.Case(spec.file(), line),
                                                    ways.getFirst(),
                                                    Trial.skipped(
                                                            "its tags ask for a channel that"
                                                                    + " --against cannot reach: run"
                                                                    + " it without"))));
        }
    }

    /** A feature with its examples in it, under the name of its file. */
    private record Text(Spec spec) implements Resource {
        @Override
        public URI getUri() {
            return spec.file().toAbsolutePath().toUri();
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(spec.text().getBytes(UTF_8));
        }
    }
}
