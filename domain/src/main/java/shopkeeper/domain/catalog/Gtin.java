package shopkeeper.domain.catalog;

import java.util.Optional;
import shopkeeper.domain.kernel.ProductId;

/**
 * The number in a bar code, always with 14 digits: tills lose leading zeros.
 *
 * <p>The last digit checks the others: weighted 3 and 1 from the right, the sum with it is a
 * multiple of 10 (GS1 General Specifications, 7.9). A wrong one is a flaw to be told, not a reason
 * to lose a sale: tills send numbers of their own here too.
 */
public record Gtin(String digits) {
    private static final int LENGTH = 14;

    public Gtin {
        if (!digits.matches("[0-9]{14}")) {
            throw new IllegalArgumentException("a GTIN has 14 digits");
        }
    }

    /** Empty where the text is no number of at most 14 digits. */
    public static Optional<Gtin> of(String text) {
        return text.matches("[0-9]{1,14}")
                ? Optional.of(new Gtin("0".repeat(LENGTH - text.length()) + text))
                : Optional.empty();
    }

    public boolean isChecked() {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = digits.charAt(i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return sum % 10 == 0;
    }

    public ProductId product() {
        return new ProductId(digits);
    }
}
