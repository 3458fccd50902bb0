package shopkeeper.web.kernel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import shopkeeper.domain.kernel.Expected;
import shopkeeper.domain.kernel.Position;

/**
 * The versions of what is edited, as strong entity tags: {@code "v17"} is what the fact at position
 * 17 made of it.
 */
public final class Versions {
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e]{0,100})\"");
    private static final int MOST = 50;

    private Versions() {}

    /** With its version; who has this one already is told so by Spring, with 304. */
    public static <T> ResponseEntity<T> tagged(Position version, T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag('"' + text(version) + '"')
                .body(body);
    }

    static String text(Position version) {
        return "v" + version.value();
    }

    /** For what is written once, so that nobody believes a version was looked at. */
    public static void demandNone(HttpServletRequest request) {
        if (header(request, HttpHeaders.IF_MATCH).isPresent()) {
            throw Problem.invalid("This is written once and has no version: send no If-Match.")
                    .asException();
        }
    }

    /** What the client says to have seen. */
    static Expected expected(HttpServletRequest request) {
        var match = header(request, HttpHeaders.IF_MATCH);
        var noneMatch = header(request, HttpHeaders.IF_NONE_MATCH);
        if (match.isPresent() && noneMatch.isPresent()) {
            throw Problem.invalid("Send If-Match or If-None-Match, not both.").asException();
        }
        if (noneMatch.isPresent()) {
            if (!noneMatch.get().equals("*")) {
                throw Problem.invalid("If-None-Match of a write can only be *: create, not change.")
                        .asException();
            }
            return new Expected.Nothing();
        }
        return match.map(Versions::expected).orElse(Expected.ANYTHING);
    }

    private static Expected expected(String match) {
        if (match.equals("*")) {
            return new Expected.Something();
        }
        var tags = match.split("\\s*,\\s*", -1);
        if (tags.length > MOST) {
            throw malformed();
        }
        var versions = new HashSet<Position>();
        for (var tag : tags) {
            version(tag).ifPresent(versions::add);
        }
        return new Expected.Versions(versions);
    }

    /** Empty for a tag that is well formed but none of ours, or weak: it matches nothing. */
    private static Optional<Position> version(String tag) {
        var read = TAG.matcher(tag);
        if (!read.matches()) {
            throw malformed();
        }
        var text = read.group(2);
        return read.group(1) == null && text.matches("v[1-9][0-9]{0,17}")
                ? Optional.of(new Position(Long.parseLong(text.substring(1))))
                : Optional.empty();
    }

    private static ProblemException malformed() {
        return Problem.invalid("If-Match is no list of entity tags such as \"v17\".").asException();
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        @Nullable String value = request.getHeader(name);
        return Optional.ofNullable(value).map(String::strip);
    }
}
