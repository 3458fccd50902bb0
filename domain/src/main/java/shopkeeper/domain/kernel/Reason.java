package shopkeeper.domain.kernel;

import java.util.List;

/** Why something is as it is: a stable code, words for a person, and the products it leans on. */
public record Reason(String code, String text, List<ProductId> with) {
    public Reason {
        with = List.copyOf(with);
    }

    public static Reason of(String code, String text) {
        return new Reason(code, text, List.of());
    }
}
