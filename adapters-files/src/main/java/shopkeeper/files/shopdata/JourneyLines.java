package shopkeeper.files.shopdata;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import shopkeeper.files.shopdata.RetailLine.Item;
import shopkeeper.files.shopdata.RetailLine.LeftOut;

/**
 * Reads Complete Journey's transactions, in which a line tells what the shop received for it.
 *
 * <p>The shelf price is what was received, and what loyalty and the shop's own part of a coupon
 * took off; the line costs the loyalty price, and coupons, the maker's and the shop's, reduce the
 * whole receipt.
 */
final class JourneyLines implements LineReader {
    static final List<String> COLUMNS =
            List.of(
                    "household_id",
                    "store_id",
                    "basket_id",
                    "product_id",
                    "quantity",
                    "sales_value",
                    "retail_disc",
                    "coupon_disc",
                    "coupon_match_disc",
                    "transaction_timestamp");
    static final String COUNTRY = "US";

    private static final Currency DOLLARS = Currency.getInstance("USD");
    private static final Pattern CODE = Pattern.compile("[!-~]{1,60}");
    private static final Pattern MONEY = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,20})?");
    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,7}(\\.[0-9]{1,6})?");
    private static final BigDecimal MOST = new BigDecimal("1000000");

    private final int width;
    private final int[] at;
    private final Times times;

    JourneyLines(List<String> header, ZoneId zone) {
        width = header.size();
        at = COLUMNS.stream().mapToInt(header::indexOf).toArray();
        times = Times.named("iso", zone);
    }

    @Override
    public RetailLine read(CsvRecord line) {
        long number = line.getStartingLineNumber();
        if (line.getFieldCount() != width) {
            return leftOut(number, Reject.WRONG_NUMBER_OF_COLUMNS, -1);
        }
        for (int code = 0; code < 4; code++) {
            if (!CODE.matcher(text(line, code)).matches()) {
                return leftOut(number, UNREADABLE_CODES.get(code), code);
            }
        }
        if (!QUANTITY.matcher(text(line, 4)).matches()
                || new BigDecimal(text(line, 4)).compareTo(MOST) > 0) {
            return leftOut(number, Reject.UNREADABLE_QUANTITY, 4);
        }
        for (int money = 5; money < 9; money++) {
            if (!MONEY.matcher(text(line, money)).matches()) {
                return leftOut(number, Reject.UNREADABLE_PRICE, money);
            }
            if (Mapping.plain(new BigDecimal(text(line, money))).scale() > 2) {
                return leftOut(number, Reject.PRICE_FINER_THAN_A_PENNY, money);
            }
        }
        return switch (times.read(text(line, 9))) {
            case Times.Read.At time -> item(line, time);
            case Times.Read.NeverWas _ -> leftOut(number, Reject.TIME_NEVER_WAS, 9);
            case Times.Read.Unreadable _ -> leftOut(number, Reject.UNREADABLE_TIME, 9);
        };
    }

    @Override
    public String columnOf(Reject contradiction) {
        return contradiction == Reject.MIXED_STORES ? "store_id" : "household_id";
    }

    private static final List<Reject> UNREADABLE_CODES =
            List.of(
                    Reject.UNREADABLE_CUSTOMER,
                    Reject.UNREADABLE_STORE,
                    Reject.UNREADABLE_INVOICE,
                    Reject.UNREADABLE_PRODUCT);

    private RetailLine item(CsvRecord line, Times.Read.At time) {
        var quantity = Mapping.plain(new BigDecimal(text(line, 4)));
        if (quantity.signum() == 0) {
            return leftOut(line.getStartingLineNumber(), Reject.QUANTITY_ZERO, 4);
        }
        long received = cents(line, 5);
        long loyalty = cents(line, 6);
        long coupon = cents(line, 7);
        long match = cents(line, 8);
        long unit =
                BigDecimal.valueOf(received + loyalty + match)
                        .divide(quantity, 0, RoundingMode.HALF_UP)
                        .longValueExact();
        return new Item(
                line.getStartingLineNumber(),
                text(line, 2),
                false,
                text(line, 3),
                "",
                "",
                quantity,
                time.instant(),
                DOLLARS,
                unit,
                received + match,
                coupon + match,
                Optional.of(text(line, 0)),
                Optional.of(text(line, 1)),
                Optional.of(COUNTRY));
    }

    private long cents(CsvRecord line, int column) {
        return new BigDecimal(text(line, column)).movePointRight(2).longValueExact();
    }

    private String text(CsvRecord line, int column) {
        return line.getField(at[column]).strip();
    }

    private static RetailLine leftOut(long number, Reject reject, int column) {
        return new LeftOut(number, reject, column < 0 ? "" : COLUMNS.get(column), Optional.empty());
    }
}
