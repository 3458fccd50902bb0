package shopkeeper.comparison;

/** The same fields, and about as many bytes, as the event of ours that it is compared with. */
record ConsentSaid(
        String customer, Use use, Notice notice, String method, Via via, At at, boolean granted) {
    record Use(String purpose, String contactMethod) {}

    record Notice(String id, String version, String locale) {}

    record Via(String channel, String touchpoint) {}

    record At(String occurred, String received) {}

    static ConsentSaid of(ConsentAsked asked) {
        return new ConsentSaid(
                asked.customer(),
                new Use(asked.purpose(), ""),
                new Notice("cookie-banner", "2026-01", "de-CH"),
                "TOGGLE",
                new Via("ONLINE", "web"),
                new At(asked.at(), asked.at()),
                asked.granted());
    }
}
