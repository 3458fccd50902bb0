package shopkeeper.acceptance.drivers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.profile.Identifier;

/**
 * A purchase, or with {@code sale} what came back of it.
 *
 * @param why it came back, as a till or a web shop writes it
 * @param name its number; each channel makes its own identity of it
 */
public record Receipt(
        String name,
        Optional<Receipt> sale,
        Optional<Identifier> customer,
        List<ReceiptLine> lines,
        Instant begin,
        Optional<String> why) {
    public Receipt {
        lines = List.copyOf(lines);
    }

    public Receipt(
            String name,
            Optional<Receipt> sale,
            Optional<Identifier> customer,
            List<ReceiptLine> lines,
            Instant begin) {
        this(name, sale, customer, lines, begin, Optional.empty());
    }

    public Receipt because(String words) {
        return new Receipt(name, sale, customer, lines, begin, Optional.of(words));
    }

    public Money total() {
        return lines.stream().map(ReceiptLine::extended).reduce(Money::plus).orElseThrow();
    }
}
