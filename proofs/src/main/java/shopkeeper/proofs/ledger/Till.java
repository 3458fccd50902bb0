package shopkeeper.proofs.ledger;

/** Who sells. */
record Till(String store, String number, String key) {
    String user() {
        return "till:" + store + ":" + number;
    }

    String source() {
        return "urn:store:" + store + ":till:" + number;
    }

    /** A sale of one thing, as a CloudEvent. */
    String sale(String id, String day, int pence) {
        String sum = "%d.%02d".formatted(pence / 100, pence % 100);
        return """
        {"specversion":"1.0","type":"retail.pos.transaction.completed.v1","source":"%s","id":"%s",\
        "time":"%sT12:00:00Z","datacontenttype":"application/json","data":{"store":{"id":"%s"},"workstation":"%s",\
        "businessDay":"%s","sequence":"%s","begin":"%sT12:00:00","zone":"UTC","currency":"GBP",\
        "lines":[{"kind":"sale","sku":"LEDGER-1","qty":"1","unitPrice":"%s","extended":"%s"}],\
        "totals":{"net":"%s"}}}\
        """
                .formatted(source(), id, day, store, number, day, id, day, sum, sum, sum);
    }
}
