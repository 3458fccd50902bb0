package shopkeeper.persistence.behavior;

import static shopkeeper.persistence.schema.generated.Tables.STORE_DAY_ENTRY;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Table;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.Parked;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.Practice;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Money;
import shopkeeper.persistence.feed.Projection;
import shopkeeper.persistence.feed.ViewRows;

/** What each receipt of a store adds to its business day. */
final class StoreDayProjection implements Projection {
    static final String SALE = "sale";
    static final String RETURN = "return";
    static final String VOID = "void";
    static final String PARKED = "parked";

    private record Entry(String kind, Optional<Money> amount) {}

    @Override
    public String name() {
        return "store-days";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(STORE_DAY_ENTRY);
    }

    @Override
    public Class<? extends Fact> follows() {
        return BehaviorEvent.class;
    }

    @Override
    public void apply(Logged<? extends Fact> logged, ViewRows rows) {
        var event = (BehaviorEvent) logged.fact();
        if (event.store().isEmpty()) {
            return;
        }
        entry(event)
                .ifPresent(entry -> {
                    var row = STORE_DAY_ENTRY.newRecord();
                    row.setPosition(logged.position().value());
                    row.setStore(event.store().get().value());
                    row.setDay(day(event));
                    row.setReceipt(event.receipt().value());
                    row.setKind(entry.kind());
                    row.setCurrency(
                            entry.amount()
                                    .map(money -> money.currency().getCurrencyCode())
                                    .orElse(null));
                    row.setAmount(entry.amount().map(Money::amount).orElse(null));
                    rows.add(row);
                });
    }

    private static Optional<Entry> entry(BehaviorEvent event) {
        return switch (event) {
            case PurchaseRecorded bought ->
                    Optional.of(new Entry(SALE, Optional.of(bought.total())));
            case ReturnRecorded back -> Optional.of(new Entry(RETURN, Optional.of(back.total())));
            case PurchaseVoided undone -> Optional.of(new Entry(VOID, Optional.of(undone.total())));
            case NothingSold nothing ->
                    Optional.of(new Entry(kind(nothing.practice()), Optional.empty()));
            case Parked _ -> Optional.of(new Entry(PARKED, Optional.empty()));
            case ParkedRefused _ -> Optional.empty();
        };
    }

    static String kind(Practice practice) {
        return practice.name().toLowerCase(Locale.ROOT);
    }

    /** A receipt that is no till's belongs to the day it was written, by universal time. */
    private static LocalDate day(BehaviorEvent event) {
        return event.receipt()
                .businessDay()
                .orElseGet(() -> LocalDate.ofInstant(event.at().effective(), ZoneOffset.UTC));
    }
}
