package shopkeeper.files.shopdata;

/** Why a line is left out. */
enum Reject {
    WRONG_NUMBER_OF_COLUMNS("wrong-number-of-columns", "", "a line has eight columns"),
    MISSING_INVOICE("missing-invoice", "InvoiceNo", "a line belongs to an invoice"),
    UNREADABLE_INVOICE(
            "unreadable-invoice",
            "InvoiceNo",
            "an invoice number is printable ASCII without blanks, up to 100 characters"),
    UNREADABLE_QUANTITY(
            "unreadable-quantity", "Quantity", "a quantity is a whole number up to 1000000"),
    UNREADABLE_DATE("unreadable-date", "InvoiceDate", "a time looks like 2010-12-01 08:26:00"),
    UNREADABLE_PRICE(
            "unreadable-price", "UnitPrice", "a price is a decimal number below 1000000000"),
    UNREADABLE_CUSTOMER("unreadable-customer", "CustomerID", "a customer is a number or nothing"),
    NOT_A_PRODUCT(
            "not-a-product",
            "StockCode",
            "a product's code begins with five digits and has no blanks"),
    QUANTITY_NOT_POSITIVE("quantity-not-positive", "Quantity", "a sale has a quantity above zero"),
    QUANTITY_NOT_NEGATIVE(
            "quantity-not-negative", "Quantity", "a cancellation has a quantity below zero"),
    PRICE_NOT_POSITIVE("price-not-positive", "UnitPrice", "a price is above zero"),
    PRICE_FINER_THAN_A_PENNY(
            "price-finer-than-a-penny",
            "UnitPrice",
            "a price has two decimals; rounding it would change what was paid"),
    MIXED_CUSTOMERS(
            "mixed-customers",
            "CustomerID",
            "an earlier line names another customer for the invoice");

    private final String code;
    private final String column;
    private final String words;

    Reject(String code, String column, String words) {
        this.code = code;
        this.column = column;
        this.words = words;
    }

    /** Stable. */
    String code() {
        return code;
    }

    String column() {
        return column;
    }

    String words() {
        return words;
    }
}
