package shopkeeper.files.shopdata;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as a file writes them.
 *
 * @param point between whole and parts: a point or a comma; the other one may group thousands
 */
record Decimals(char point) {
    private static final Pattern POINTS =
            Pattern.compile(
                    "[+-]?(?:[0-9]{1,18}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5})?(?:\\.[0-9]{1,18})?");
    private static final Pattern COMMAS =
            Pattern.compile(
                    "[+-]?(?:[0-9]{1,18}|[1-9][0-9]{0,2}(?:\\.[0-9]{3}){1,5})?(?:,[0-9]{1,18})?");
    private static final Pattern SURELY_POINT =
            Pattern.compile("[^.,]*(?:,[0-9]{3})*\\.(?:[0-9]{1,2}|[0-9]{4,})|[+-]?0*\\.[0-9]+");
    private static final Pattern SURELY_COMMA =
            Pattern.compile("[^.,]*(?:\\.[0-9]{3})*,(?:[0-9]{1,2}|[0-9]{4,})|[+-]?0*,[0-9]+");
    private static final Pattern GROUPS = Pattern.compile("[+-]?[1-9][0-9]{0,2}(?:[.,][0-9]{3})+");
    private static final int LONGEST = 40;

    /** Empty where it is no number. */
    Optional<BigDecimal> read(String text) {
        var plain = plain(text);
        if (plain.isEmpty()
                || plain.length() > LONGEST
                || !Character.isDigit(plain.charAt(plain.length() - 1))
                || !(point == ',' ? COMMAS : POINTS).matcher(plain).matches()) {
            return Optional.empty();
        }
        var number =
                point == ',' ? plain.replace(".", "").replace(',', '.') : plain.replace(",", "");
        return Optional.of(new BigDecimal(number));
    }

    /**
     * What the numbers show beyond doubt; 1,234 or 1.234 alone shows nothing.
     *
     * @throws IllegalArgumentException when they show both, or nothing where it matters
     */
    static Decimals shownBy(Collection<String> samples) {
        boolean point = false;
        boolean comma = false;
        String doubtful = "";
        for (String sample : samples) {
            var plain = plain(sample);
            boolean shows = false;
            if (plain.length() <= LONGEST && SURELY_POINT.matcher(plain).matches()) {
                point = true;
                shows = true;
            }
            if (plain.length() <= LONGEST && SURELY_COMMA.matcher(plain).matches()) {
                comma = true;
                shows = true;
            }
            if (!shows && GROUPS.matcher(plain).matches()) {
                doubtful = sample;
            }
        }
        if (point && comma) {
            throw new IllegalArgumentException(
                    "some numbers have a decimal point and others a decimal comma");
        }
        if (!point && !comma && !doubtful.isEmpty()) {
            throw new IllegalArgumentException(
                    "a number such as " + doubtful + " can mean two things");
        }
        return new Decimals(comma ? ',' : '.');
    }

    /** Without currency signs and without blanks between thousands. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && plain.length() <= LONGEST; i++) {
            char sign = text.charAt(i);
            if (Character.getType(sign) != Character.CURRENCY_SYMBOL
                    && !Character.isSpaceChar(sign)
                    && sign != '\'') {
                plain.append(sign == '\u2212' ? '-' : sign);
            }
        }
        return plain.toString();
    }
}
