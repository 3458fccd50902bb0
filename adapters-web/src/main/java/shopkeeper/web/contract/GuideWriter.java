package shopkeeper.web.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MimeType;
import shopkeeper.application.access.Allowances;
import shopkeeper.application.access.Client.Role;
import shopkeeper.application.access.Scope;
import shopkeeper.web.contract.Guide.Allowed;
import shopkeeper.web.contract.Guide.Chapter;
import shopkeeper.web.contract.Guide.Entry;
import shopkeeper.web.contract.Guide.Parameter;
import shopkeeper.web.contract.Guide.ProblemCode;
import shopkeeper.web.contract.Guide.Refusal;
import shopkeeper.web.contract.Guide.Shape;
import shopkeeper.web.repetition.Repeated.Way;
import tools.jackson.databind.JsonNode;

/** Writes the guide from what the documents say too. */
final class GuideWriter {
    private final List<Offered> offered;
    private final Words words;

    private GuideWriter(List<Offered> offered, Words words) {
        this.offered = offered;
        this.words = words;
    }

    static Guide guide(List<Offered> offered, Words words, JsonNode asyncApi) {
        var writer = new GuideWriter(offered, words);
        return new Guide(
                writer.chapters(),
                writer.problems(),
                writer.refusals(),
                writer.shapes(),
                MessagingGuide.places(asyncApi),
                MessagingGuide.messages(asyncApi),
                allowances());
    }

    private List<Chapter> chapters() {
        return words.frame().get("tags").valueStream().map(this::chapter).toList();
    }

    private Chapter chapter(JsonNode tag) {
        var name = tag.get("name").asString();
        return new Chapter(
                name,
                name.toLowerCase(Locale.ROOT).replace(' ', '-'),
                tag.get("description").asString(),
                offered.stream()
                        .filter(one -> words.about(one).get("tag").asString().equals(name))
                        .map(this::entry)
                        .toList());
    }

    private Entry entry(Offered one) {
        var said = words.about(one);
        var takes = said.path("request").asString(said.path("lines").asString(""));
        return new Entry(
                one.method(),
                one.path(),
                said.get("id").asString(),
                said.get("summary").asString(),
                name(one.scope()),
                callers(one.scope()),
                takes,
                one.takes().map(MimeType::toString).orElse(""),
                key(one.way()),
                said.has("example") ? Words.pretty(said.get("example")) : "",
                parameters(one),
                said.path("status").asInt(200),
                said.get("answer").asString(),
                PossibleProblems.of(one, words).values().stream().flatMap(List::stream).toList());
    }

    private List<Parameter> parameters(Offered one) {
        var described = DescribedOperation.of(one, words).get("parameters");
        return described
                .valueStream()
                .filter(parameter -> !parameter.get("in").asString().equals("header"))
                .map(parameter ->
                        new Parameter(
                                parameter.get("name").asString(),
                                parameter.get("in").asString(),
                                parameter.get("description").asString()))
                .toList();
    }

    private static String key(Way way) {
        return switch (way) {
            case KEY_NEEDED -> "needed";
            case KEY_TAKEN -> "taken";
            case LINE_BY_LINE -> "taken, names each line";
            case ASKED_AFRESH -> "";
        };
    }

    private static String callers(Scope scope) {
        return Arrays.stream(Role.values())
                .filter(role -> Scope.of(role).contains(scope))
                .map(GuideWriter::name)
                .collect(Collectors.joining(", "));
    }

    private List<ProblemCode> problems() {
        return words.frame()
                .get("problems")
                .propertyStream()
                .map(problem ->
                        new ProblemCode(
                                problem.getKey(),
                                problem.getValue().get("status").asInt(),
                                problem.getValue().get("means").asString(),
                                problem.getValue().get("do").asString()))
                .toList();
    }

    private List<Refusal> refusals() {
        return words.frame()
                .get("refusals")
                .propertyStream()
                .map(refusal -> new Refusal(refusal.getKey(), refusal.getValue().asString()))
                .toList();
    }

    private List<Shape> shapes() {
        return words.schemas()
                .propertyStream()
                .map(schema ->
                        new Shape(
                                schema.getKey(),
                                schema.getValue().path("description").asString(""),
                                Words.pretty(schema.getValue())))
                .toList();
    }

    private static List<Allowed> allowances() {
        var usual = Allowances.USUAL;
        return Stream.concat(
                        Arrays.stream(Role.values())
                                .map(role -> new Allowed(name(role), said(usual, role))),
                        Stream.of(
                                new Allowed(
                                        "wrong keys of one address",
                                        usual.wrongKeys().quantity() + " a minute")))
                .toList();
    }

    private static String said(Allowances usual, Role role) {
        var what = role == Role.BROWSER ? "events" : "requests";
        return "%,d %s a minute".formatted(usual.of(role).quantity(), what);
    }

    private static String name(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
