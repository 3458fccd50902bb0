package shopkeeper.files.shopdata;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.profile.Identifier;
import shopkeeper.domain.profile.IdentifierType;

/**
 * Which column of a file tells what, and how it is written.
 *
 * @param header all columns of the file
 * @param indexes where the columns stand
 * @param currency of lines that name none
 * @param country of stores of which no line names it
 */
record Mapping(
        List<String> header,
        Map<Role, Integer> indexes,
        Decimals decimals,
        Times times,
        Currency currency,
        Optional<String> country,
        IdentifierType customers,
        Visits visits) {
    Mapping {
        header = List.copyOf(header);
        indexes = Map.copyOf(indexes);
    }

    int width() {
        return header.size();
    }

    boolean has(Role role) {
        return indexes.containsKey(role);
    }

    /** Below zero where no column tells it. */
    int index(Role role) {
        return indexes.getOrDefault(role, -1);
    }

    String column(Role role) {
        int index = index(role);
        return index < 0 ? role.word() : header.get(index);
    }

    /** Nobody is one too. */
    boolean isCustomer(String text) {
        if (text.isEmpty() || customers == IdentifierType.CRM) {
            return true;
        }
        try {
            return !new Identifier(customers, text).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without zeros at its end, so that 2.500 is not finer than 2.50. */
    static BigDecimal plain(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
