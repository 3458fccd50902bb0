package shopkeeper.files.shopdata;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column of a file can tell. */
enum Role {
    PRODUCT,
    TIME,
    CUSTOMER,
    RECEIPT,
    QUANTITY,
    PRICE,
    AMOUNT,
    DISCOUNT,
    NAME,
    CATEGORY,
    STORE,
    CURRENCY,
    COUNTRY;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
    }
}
