package shopkeeper.messaging;

/** What a till of store 0042 sends. */
public final class Samples {
    private Samples() {}

    public static String sale(String sequence) {
        return sale(sequence, "37.58", "");
    }

    /**
     * @param net of lines that come to 37.58
     * @param flags as JSON members
     */
    public static String sale(String sequence, String net, String flags) {
        return event(
                "retail.pos.transaction.completed.v1",
                "0042-07-" + sequence + "-" + net,
                """
                {"store":{"id":"0042"},"workstation":"07","till":"3","operator":"94",
                 "businessDay":"2026-11-20","sequence":"%s",
                 "begin":"2026-11-20T11:41:02","end":"2026-11-20T11:41:38","zone":"Europe/Stockholm",
                 "flags":{%s},"customer":{"loyaltyId":"40000066677"},"currency":"EUR",
                 "lines":[
                  {"no":1,"kind":"sale","gtin":"09521234543213","qty":"2","unitPrice":"19.95","extended":"39.90"},
                  {"no":2,"kind":"sale","posItem":"4011","qty":"0.842","uom":"KGM","unitPrice":"2.00","extended":"1.68"},
                  {"no":3,"kind":"discount","appliesTo":[1],"amount":"-4.00"},
                  {"no":4,"kind":"tender","tender":"card","amount":"37.58"}],
                 "totals":{"gross":"41.58","discount":"-4.00","net":"%s","tax":"7.52"}}
                """
                        .formatted(sequence, flags, net));
    }

    public static String event(String type, String id, String data) {
        return """
        {"specversion":"1.0","type":"%s","source":"urn:store:0042:till:07","id":"%s",
         "time":"2026-11-20T11:41:38+01:00","datacontenttype":"application/json","data":%s}
        """
                .formatted(type, id, data);
    }
}
