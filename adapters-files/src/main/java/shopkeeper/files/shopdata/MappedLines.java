package shopkeeper.files.shopdata;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shopkeeper.files.shopdata.RetailLine.Item;
import shopkeeper.files.shopdata.RetailLine.LeftOut;
import shopkeeper.files.shopdata.RetailLine.Visit;

/** Reads the lines of any file by what its columns were said to be. */
final class MappedLines implements LineReader {
    private static final Pattern CODE = Pattern.compile("[!-~]{1,200}");
    private static final Pattern SHORT_CODE = Pattern.compile("[!-~]{1,60}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final BigDecimal MOST = new BigDecimal("1000000");
    private static final BigDecimal HIGHEST = new BigDecimal("1000000000");
    private static final int FINEST_QUANTITY = 6;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_CUSTOMER = 200;

    private final Mapping mapping;
    private String lastTime = "";
    private Times.Read lastRead = new Times.Read.Unreadable();

    MappedLines(Mapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public RetailLine read(CsvRecord line) {
        try {
            return item(line);
        } catch (Wrong wrong) {
            return new LeftOut(
                    line.getStartingLineNumber(),
                    wrong.reject,
                    wrong.role == null ? "" : mapping.column(wrong.role),
                    wrong.visit);
        }
    }

    @Override
    public String columnOf(Reject contradiction) {
        return mapping.column(
                switch (contradiction) {
                    case MIXED_STORES -> Role.STORE;
                    case MIXED_CURRENCIES -> Role.CURRENCY;
                    default -> Role.CUSTOMER;
                });
    }

    /** A column that cannot be used; thrown only inside this class. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Reject reject;
        private final transient @Nullable Role role;
        private final transient Optional<Visit> visit;

        Wrong(Reject reject, @Nullable Role role, Optional<Visit> visit) {
            super(reject.code(), null, false, false);
            this.reject = reject;
            this.role = role;
            this.visit = visit;
        }
    }

    private RetailLine item(CsvRecord line) {
        if (line.getFieldCount() != mapping.width()) {
            throw new Wrong(Reject.WRONG_NUMBER_OF_COLUMNS, null, Optional.empty());
        }
        var product = code(line, Role.PRODUCT, CODE, Reject.UNREADABLE_PRODUCT);
        if (product.isEmpty()) {
            throw wrong(Reject.UNREADABLE_PRODUCT, Role.PRODUCT);
        }
        var time = time(text(line, Role.TIME));
        var customer = customer(line);
        var store = code(line, Role.STORE, SHORT_CODE, Reject.UNREADABLE_STORE);
        var currency = currency(line);
        var country = country(line);
        var name = name(line, Role.NAME);
        var category = name(line, Role.CATEGORY);
        var quantity = quantity(line);
        boolean isReturn = quantity.signum() < 0;
        var pieces = quantity.abs();
        var visit = customer.map(who -> new Visit(who, time.instant()));
        long discount = discount(line, currency);
        long worth = worth(line, pieces, currency, visit);
        if (discount > worth) {
            throw wrong(Reject.DISCOUNT_ABOVE_PRICE, Role.DISCOUNT);
        }
        return new Item(
                line.getStartingLineNumber(),
                receipt(line, customer, store, time, isReturn),
                isReturn,
                product.get(),
                name,
                category,
                pieces,
                time.instant(),
                currency,
                unit(line, pieces, worth, currency, visit),
                worth - discount,
                0,
                customer,
                store,
                country);
    }

    private String receipt(
            CsvRecord line,
            Optional<String> customer,
            Optional<String> store,
            Times.Read.At time,
            boolean isReturn) {
        var number = code(line, Role.RECEIPT, SHORT_CODE, Reject.UNREADABLE_INVOICE);
        if (mapping.has(Role.RECEIPT) && number.isEmpty()) {
            throw wrong(Reject.MISSING_INVOICE, Role.RECEIPT);
        }
        var end = isReturn ? "/return" : "";
        return number.map(told -> store.map(where -> where + "/").orElse("") + told)
                        .orElseGet(() -> mapping.visits().name(customer, store, time))
                + end;
    }

    private Times.Read.At time(String text) {
        if (!text.equals(lastTime)) {
            lastTime = text;
            lastRead = mapping.times().read(text);
        }
        return switch (lastRead) {
            case Times.Read.At at -> at;
            case Times.Read.NeverWas _ -> throw wrong(Reject.TIME_NEVER_WAS, Role.TIME);
            case Times.Read.Unreadable _ -> throw wrong(Reject.UNREADABLE_TIME, Role.TIME);
        };
    }

    private Optional<String> customer(CsvRecord line) {
        var text = text(line, Role.CUSTOMER);
        if (text.length() > LONGEST_CUSTOMER
                || text.chars().anyMatch(Character::isISOControl)
                || !mapping.isCustomer(text)) {
            throw wrong(Reject.UNREADABLE_CUSTOMER, Role.CUSTOMER);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Optional<String> code(CsvRecord line, Role role, Pattern pattern, Reject reject) {
        var text = text(line, role);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            throw wrong(reject, role);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Currency currency(CsvRecord line) {
        var text = text(line, Role.CURRENCY);
        if (text.isEmpty()) {
            return mapping.currency();
        }
        try {
            return Currency.getInstance(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong(Reject.UNKNOWN_CURRENCY, Role.CURRENCY);
        }
    }

    private Optional<String> country(CsvRecord line) {
        var text = text(line, Role.COUNTRY);
        if (text.isEmpty()) {
            return mapping.country();
        }
        // Many files write a country's name: no store is opened by guessing, but the line is good.
        return COUNTRY.matcher(text).matches() ? Optional.of(text) : mapping.country();
    }

    private String name(CsvRecord line, Role role) {
        var text = text(line, role).replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw wrong(Reject.UNREADABLE_NAME, role);
        }
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME).strip() : text;
    }

    private BigDecimal quantity(CsvRecord line) {
        if (!mapping.has(Role.QUANTITY)) {
            return BigDecimal.ONE;
        }
        var read = mapping.decimals().read(text(line, Role.QUANTITY)).map(Mapping::plain);
        if (read.isEmpty()
                || read.get().abs().compareTo(MOST) > 0
                || read.get().scale() > FINEST_QUANTITY) {
            throw wrong(Reject.UNREADABLE_QUANTITY, Role.QUANTITY);
        }
        if (read.get().signum() == 0) {
            throw wrong(Reject.QUANTITY_ZERO, Role.QUANTITY);
        }
        return read.get();
    }

    /** What the line costs before its discount. */
    private long worth(
            CsvRecord line, BigDecimal pieces, Currency currency, Optional<Visit> visit) {
        if (mapping.has(Role.AMOUNT)) {
            return Math.abs(money(line, Role.AMOUNT, currency, visit, true));
        }
        if (!mapping.has(Role.PRICE)) {
            return 0;
        }
        return BigDecimal.valueOf(money(line, Role.PRICE, currency, visit, false))
                .multiply(pieces)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private long unit(
            CsvRecord line,
            BigDecimal pieces,
            long worth,
            Currency currency,
            Optional<Visit> visit) {
        return mapping.has(Role.PRICE)
                ? money(line, Role.PRICE, currency, visit, false)
                : BigDecimal.valueOf(worth)
                        .divide(pieces, 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    private long discount(CsvRecord line, Currency currency) {
        return mapping.has(Role.DISCOUNT) && !text(line, Role.DISCOUNT).isEmpty()
                ? Math.abs(money(line, Role.DISCOUNT, currency, Optional.empty(), true))
                : 0;
    }

    private long money(
            CsvRecord line,
            Role role,
            Currency currency,
            Optional<Visit> visit,
            boolean mayBeZeroOrLess) {
        var read = mapping.decimals().read(text(line, role)).map(Mapping::plain);
        if (read.isEmpty() || read.get().abs().compareTo(HIGHEST) >= 0) {
            throw wrong(Reject.UNREADABLE_PRICE, role);
        }
        if (read.get().signum() <= 0 && !mayBeZeroOrLess) {
            throw new Wrong(Reject.PRICE_NOT_POSITIVE, role, visit);
        }
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        if (read.get().scale() > digits) {
            throw new Wrong(Reject.PRICE_FINER_THAN_A_PENNY, role, visit);
        }
        return read.get().movePointRight(digits).longValueExact();
    }

    private String text(CsvRecord line, Role role) {
        int index = mapping.index(role);
        return index < 0 ? "" : line.getField(index).strip();
    }

    private static Wrong wrong(Reject reject, Role role) {
        return new Wrong(reject, role, Optional.empty());
    }
}
