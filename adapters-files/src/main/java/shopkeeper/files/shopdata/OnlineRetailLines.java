package shopkeeper.files.shopdata;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import shopkeeper.files.shopdata.RetailLine.Item;
import shopkeeper.files.shopdata.RetailLine.LeftOut;
import shopkeeper.files.shopdata.RetailLine.Visit;

/** Reads lines one by one: first whether they can be read at all, then whether they make sense. */
final class OnlineRetailLines implements LineReader {
    static final List<String> HEADER =
            List.of(
                    "InvoiceNo",
                    "StockCode",
                    "Description",
                    "Quantity",
                    "InvoiceDate",
                    "UnitPrice",
                    "CustomerID",
                    "Country");

    private static final Currency POUNDS = Currency.getInstance("GBP");
    private static final Times TIMES = Times.named("iso", ZoneId.of("Europe/London"));
    private static final Pattern INVOICE = Pattern.compile("[!-~]{1,100}");
    private static final Pattern PRODUCT = Pattern.compile("[0-9]{5}[!-~]{0,95}");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,7}(\\.0+)?");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{1,20})?");
    private static final Pattern CUSTOMER = Pattern.compile("[0-9]{1,18}(\\.0+)?");
    private static final int MOST_PIECES = 1_000_000;
    private static final int LONGEST_NAME = 500;

    // Lines of one invoice follow each other and mostly have one time.
    private String lastTime = "";
    private Times.Read lastRead = new Times.Read.Unreadable();

    @Override
    public RetailLine read(CsvRecord line) {
        long number = line.getStartingLineNumber();
        if (line.getFieldCount() != HEADER.size()) {
            return leftOut(number, Reject.WRONG_NUMBER_OF_COLUMNS, "");
        }
        var invoice = line.getField(0).strip();
        if (invoice.isEmpty()) {
            return leftOut(number, Reject.MISSING_INVOICE, "InvoiceNo");
        }
        if (!INVOICE.matcher(invoice).matches()) {
            return leftOut(number, Reject.UNREADABLE_INVOICE, "InvoiceNo");
        }
        var quantity = line.getField(3).strip();
        if (!WHOLE.matcher(quantity).matches() || Math.abs(whole(quantity)) > MOST_PIECES) {
            return leftOut(number, Reject.UNREADABLE_QUANTITY, "Quantity");
        }
        var time = time(line.getField(4).strip());
        if (!(time instanceof Times.Read.At(var at, _))) {
            var reject =
                    time instanceof Times.Read.NeverWas
                            ? Reject.TIME_NEVER_WAS
                            : Reject.UNREADABLE_DATE;
            return leftOut(number, reject, "InvoiceDate");
        }
        var price = line.getField(5).strip();
        if (!DECIMAL.matcher(price).matches()) {
            return leftOut(number, Reject.UNREADABLE_PRICE, "UnitPrice");
        }
        var customer = line.getField(6).strip();
        if (!customer.isEmpty() && !CUSTOMER.matcher(customer).matches()) {
            return leftOut(number, Reject.UNREADABLE_CUSTOMER, "CustomerID");
        }
        return item(
                line,
                invoice,
                whole(quantity),
                at,
                new BigDecimal(price),
                customer.isEmpty() ? Optional.empty() : Optional.of(beforePoint(customer)));
    }

    @Override
    public String columnOf(Reject contradiction) {
        return "CustomerID";
    }

    private static RetailLine item(
            CsvRecord line,
            String invoice,
            int quantity,
            Instant at,
            BigDecimal price,
            Optional<String> customer) {
        long number = line.getStartingLineNumber();
        var code = line.getField(1).strip().toUpperCase(Locale.ROOT);
        var wrong = wrong(code, invoice, quantity, price);
        if (wrong.isPresent()) {
            return new LeftOut(
                    number,
                    wrong.get(),
                    column(wrong.get()),
                    customer.map(name -> new Visit(name, at)));
        }
        long pennies = price.movePointRight(2).longValueExact();
        int pieces = Math.abs(quantity);
        return new Item(
                number,
                invoice,
                isCancellation(invoice),
                code,
                name(line.getField(2)),
                "",
                BigDecimal.valueOf(pieces),
                at,
                POUNDS,
                pennies,
                pennies * pieces,
                0,
                customer,
                Optional.empty(),
                Optional.empty());
    }

    private static boolean isCancellation(String invoice) {
        return invoice.toUpperCase(Locale.ROOT).startsWith("C");
    }

    private static String column(Reject reject) {
        return switch (reject) {
            case NOT_A_PRODUCT -> "StockCode";
            case QUANTITY_NOT_POSITIVE, QUANTITY_NOT_NEGATIVE -> "Quantity";
            default -> "UnitPrice";
        };
    }

    private static Optional<Reject> wrong(
            String code, String invoice, int quantity, BigDecimal price) {
        boolean cancelled = isCancellation(invoice);
        if (!PRODUCT.matcher(code).matches()) {
            return Optional.of(Reject.NOT_A_PRODUCT);
        }
        if (!cancelled && quantity <= 0) {
            return Optional.of(Reject.QUANTITY_NOT_POSITIVE);
        }
        if (cancelled && quantity >= 0) {
            return Optional.of(Reject.QUANTITY_NOT_NEGATIVE);
        }
        if (price.signum() <= 0) {
            return Optional.of(Reject.PRICE_NOT_POSITIVE);
        }
        if (price.setScale(2, RoundingMode.DOWN).compareTo(price) != 0) {
            return Optional.of(Reject.PRICE_FINER_THAN_A_PENNY);
        }
        return Optional.empty();
    }

    private Times.Read time(String time) {
        if (!time.equals(lastTime)) {
            lastTime = time;
            lastRead = TIMES.read(time);
        }
        return lastRead;
    }

    private static String name(String description) {
        var name = description.strip();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).strip() : name;
    }

    private static int whole(String number) {
        return Integer.parseInt(beforePoint(number));
    }

    private static String beforePoint(String number) {
        int point = number.indexOf('.');
        return point < 0 ? number : number.substring(0, point);
    }

    private static RetailLine leftOut(long number, Reject reject, String column) {
        return new LeftOut(number, reject, column, Optional.empty());
    }
}
