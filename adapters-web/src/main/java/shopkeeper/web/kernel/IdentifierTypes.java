package shopkeeper.web.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shopkeeper.domain.profile.IdentifierType;

/** The types of identifiers as clients write them: loyalty, email, phone … */
public final class IdentifierTypes {
    private IdentifierTypes() {}

    public static IdentifierType named(String field, @Nullable String name) {
        var given = Input.required(field, name);
        return Arrays.stream(IdentifierType.values())
                .filter(type -> word(type).equals(given))
                .findFirst()
                .orElseThrow(() ->
                        Problem.invalid(
                                        field
                                                + " must be one of "
                                                + Arrays.stream(IdentifierType.values())
                                                        .map(IdentifierTypes::word)
                                                        .collect(Collectors.joining(", "))
                                                + ".")
                                .asException());
    }

    public static String word(IdentifierType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
