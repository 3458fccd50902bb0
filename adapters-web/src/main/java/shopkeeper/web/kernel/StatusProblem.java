package shopkeeper.web.kernel;

/** The problem behind a bare status: nothing is told that a stranger must not know. */
final class StatusProblem {
    private StatusProblem() {}

    static Problem of(int status) {
        return switch (status) {
            case 401 ->
                    Problem.of(
                            401,
                            "not-authenticated",
                            "A key is missing or wrong",
                            "Send the key as bearer token or as Basic user name or password.");
            case 403 ->
                    Problem.of(403, "not-permitted", "Not permitted", "This key may not do that.");
            case 404 -> Problem.notFound("There is nothing under this path.");
            case 405 ->
                    Problem.of(
                            405,
                            "method-not-allowed",
                            "The method does not fit the path",
                            "See the Allow header for the methods of this path.");
            case 406 ->
                    Problem.of(
                            406, "not-acceptable", "Answers are JSON", "Accept application/json.");
            case 413 -> Problem.tooLarge("Send less at once.");
            case 415 ->
                    Problem.of(
                            415,
                            "unsupported-content",
                            "The content type is not taken here",
                            "Send application/json, or application/x-ndjson for bulk.");
            default ->
                    status >= 400 && status < 500
                            ? Problem.invalid("The request cannot be understood.")
                            : Problem.of(
                                    500,
                                    "internal",
                                    "Something went wrong on our side",
                                    "It is in the log under the name of this answer.");
        };
    }
}
