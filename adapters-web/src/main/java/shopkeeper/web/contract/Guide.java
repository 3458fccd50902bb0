package shopkeeper.web.contract;

import java.util.List;

/** The contract as people read it. */
public record Guide(
        List<Chapter> chapters,
        List<ProblemCode> problems,
        List<Refusal> refusals,
        List<Shape> shapes,
        List<Place> places,
        List<Told> messages,
        List<Allowed> allowances) {
    /** The operations of one capability. */
    public record Chapter(String name, String anchor, String words, List<Entry> operations) {}

    /**
     * One operation.
     *
     * @param callers whose keys have the scope
     * @param takes the shape of the body; empty: none
     * @param contentType of the body
     * @param key whether it takes an Idempotency-Key, in words
     * @param example of a body; empty: none
     */
    public record Entry(
            String method,
            String path,
            String anchor,
            String summary,
            String scope,
            String callers,
            String takes,
            String contentType,
            String key,
            String example,
            List<Parameter> parameters,
            int status,
            String answers,
            List<String> problems) {}

    /** A part of the path or of the query. */
    public record Parameter(String name, String in, String words) {}

    /** A code of a problem and what to do about it. */
    public record ProblemCode(String code, int status, String means, String act) {}

    /** How the shop says no. */
    public record Refusal(String code, String words) {}

    /** The shape of a body. */
    public record Shape(String name, String words, String schema) {}

    /** An address of messages. */
    public record Place(String address, String direction, String words, List<String> types) {}

    /** A type of message. */
    public record Told(String type, String words, String example, String schema) {}

    /** How much a kind of client may ask for. */
    public record Allowed(String client, String allowance) {}
}
