package shopkeeper.files.shopdata;

/** Why a line is left out. */
enum Reject {
    WRONG_NUMBER_OF_COLUMNS("wrong-number-of-columns", "a line has as many columns as the header"),
    MISSING_INVOICE("missing-invoice", "a line belongs to an invoice"),
    UNREADABLE_INVOICE(
            "unreadable-invoice",
            "an invoice number is printable ASCII without blanks, up to 100 characters"),
    UNREADABLE_QUANTITY(
            "unreadable-quantity",
            "a quantity is a number up to 1000000, whole where pieces are sold"),
    UNREADABLE_DATE("unreadable-date", "a time looks like 2010-12-01 08:26:00"),
    UNREADABLE_TIME(
            "unreadable-time", "a time is written as in the other lines and was a real day"),
    TIME_NEVER_WAS("time-never-was", "the clocks went forward then: this hour does not exist"),
    UNREADABLE_PRICE("unreadable-price", "a price is a decimal number below 1000000000"),
    UNREADABLE_CUSTOMER("unreadable-customer", "a customer is named as in the other lines"),
    UNREADABLE_PRODUCT(
            "unreadable-product",
            "a product's code is printable ASCII without blanks, up to 200 characters"),
    UNREADABLE_STORE(
            "unreadable-store", "a store is printable ASCII without blanks, up to 60 characters"),
    UNREADABLE_NAME("unreadable-name", "a text holds no control characters"),
    UNKNOWN_CURRENCY("unknown-currency", "a currency is three letters (ISO 4217)"),
    UNKNOWN_COUNTRY("unknown-country", "a country is two letters (ISO 3166-1)"),
    NOT_A_PRODUCT("not-a-product", "a product's code begins with five digits and has no blanks"),
    QUANTITY_NOT_POSITIVE("quantity-not-positive", "a sale has a quantity above zero"),
    QUANTITY_NOT_NEGATIVE("quantity-not-negative", "a cancellation has a quantity below zero"),
    QUANTITY_ZERO("quantity-zero", "a line has a quantity above zero, or below for a return"),
    PRICE_NOT_POSITIVE("price-not-positive", "a price is above zero"),
    PRICE_FINER_THAN_A_PENNY(
            "price-finer-than-a-penny",
            "a price has as many decimals as its currency; rounding it would change what was paid"),
    DISCOUNT_ABOVE_PRICE("discount-above-price", "a discount is not more than the line costs"),
    NOT_JSON("not-json", "a line is one JSON object, up to 32 deep, without a name twice"),
    TOO_LONG("too-long", "a line has at most 1048576 characters"),
    UNKNOWN_TYPE("unknown-type", "a line's type is one of those of docs/import.md"),
    MISSING_FIELD("missing-field", "this field is needed"),
    UNKNOWN_FIELD("unknown-field", "there is no such field: is it misspelt?"),
    UNREADABLE_FIELD("unreadable-field", "this field does not hold what it should: docs/import.md"),
    SUMS_DO_NOT_ADD("sums-do-not-add", "the lines and the discount do not come to the total"),
    MIXED_CUSTOMERS("mixed-customers", "an earlier line names another customer for the receipt"),
    MIXED_STORES("mixed-stores", "an earlier line names another store for the receipt"),
    MIXED_CURRENCIES("mixed-currencies", "an earlier line names another currency for the receipt");

    private final String code;
    private final String words;

    Reject(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** Stable. */
    String code() {
        return code;
    }

    String words() {
        return words;
    }
}
