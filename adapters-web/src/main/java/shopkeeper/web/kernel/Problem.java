package shopkeeper.web.kernel;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.kernel.Position;
import shopkeeper.domain.kernel.Refusal;

/**
 * Why an operation did not do what was asked (RFC 9457).
 *
 * @param code stable: clients rely on it
 * @param instance a random name under which the log knows this answer
 * @param currentVersion of what was to be edited, where another one was expected
 * @param errors which fields of the body are wrong; absent where that is not known
 * @param retryAfter in seconds; told in the header
 * @param more members that only problems of this type have
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String instance,
        @Nullable String currentVersion,
        @Nullable List<Wrong> errors,
        @JsonIgnore @Nullable Integer retryAfter,
        @JsonAnyGetter Map<String, Object> more) {
    private static final Pattern FIELD = Pattern.compile("[A-Za-z_]+(\\[[0-9]+]|\\.[A-Za-z_]+)*");
    private static final String TYPES = "urn:shopkeeper:problem:";

    /**
     * One field that is wrong.
     *
     * @param pointer into the body, as a fragment: {@code #/placements/0/kind}
     */
    public record Wrong(String pointer, String detail) {}

    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(
                URI.create(TYPES + code),
                title,
                status,
                detail,
                code,
                null,
                null,
                null,
                null,
                Map.of());
    }

    /**
     * @param field as it is called in words: {@code placements[0].kind}
     */
    static Problem wrong(String field, String detail) {
        var problem = invalid(detail);
        return FIELD.matcher(field).matches()
                ? problem.with(List.of(new Wrong(pointer(field), detail)))
                : problem;
    }

    private static String pointer(String field) {
        return "#/" + field.replace("]", "").replace('[', '/').replace('.', '/');
    }

    public static Problem invalid(String detail) {
        return of(400, "invalid", "The request cannot be understood", detail);
    }

    public static Problem notFound(String detail) {
        return of(404, "not-found", "Not found", detail);
    }

    public static Problem tooLarge(String detail) {
        return of(413, "too-large", "The request is too large", detail);
    }

    public static Problem conflict() {
        return of(
                409,
                "conflict",
                "The same name with other content",
                "This was sent before under the same id or key with other content; nothing was"
                        + " changed.");
    }

    /**
     * @param version as it is now
     */
    static Problem versionMismatch(Position version) {
        boolean isThere = !version.equals(Position.START);
        var problem =
                of(
                        412,
                        "version-mismatch",
                        "It is not as you have seen it",
                        isThere
                                ? "Somebody changed it meanwhile: read it again, then decide."
                                : "It is not there.");
        return isThere ? problem.at(Versions.text(version)) : problem;
    }

    public static Problem unavailable() {
        return of(
                        503,
                        "unavailable",
                        "Not just now",
                        "Something the shop needs cannot be reached; the same may be sent again.")
                .retriedAfter(1);
    }

    static Problem contended() {
        return of(
                        409,
                        "contended",
                        "Others were faster",
                        "Others changed the same again and again meanwhile; nothing was done, and"
                                + " the same may be sent again.")
                .retriedAfter(1);
    }

    public static Problem refused(Refusal refusal) {
        return of(422, refusal.code(), "The shop says no", refusal.words());
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }

    /**
     * @param seconds after which the same may succeed
     */
    public Problem retriedAfter(int seconds) {
        return new Problem(
                type, title, status, detail, code, instance, currentVersion, errors, seconds, more);
    }

    /** One member more. */
    public Problem and(String member, Object value) {
        return new Problem(
                type,
                title,
                status,
                detail,
                code,
                instance,
                currentVersion,
                errors,
                retryAfter,
                Map.of(member, value));
    }

    Problem named(String name) {
        return new Problem(
                type, title, status, detail, code, name, currentVersion, errors, retryAfter, more);
    }

    private Problem at(String version) {
        return new Problem(
                type, title, status, detail, code, instance, version, errors, retryAfter, more);
    }

    /** Without those that name no field of the body. */
    Problem pointingOnlyAt(Predicate<Wrong> inBody) {
        var left = errors == null ? List.<Wrong>of() : errors.stream().filter(inBody).toList();
        return with(left.isEmpty() ? null : left);
    }

    private Problem with(@Nullable List<Wrong> fields) {
        return new Problem(
                type,
                title,
                status,
                detail,
                code,
                instance,
                currentVersion,
                fields,
                retryAfter,
                more);
    }
}
