package shopkeeper.web.kernel;

import org.jspecify.annotations.Nullable;

/** An id that stands in the path and may stand in the body too. */
public final class Same {
    private Same() {}

    /** The one in the path; another one in the body is a contradiction. */
    public static String as(String path, String field, @Nullable String body) {
        if (body != null && !body.equals(path)) {
            throw Problem.invalid(field + " is not the one in the path.").asException();
        }
        return path;
    }
}
