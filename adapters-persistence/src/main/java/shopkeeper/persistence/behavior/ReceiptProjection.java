package shopkeeper.persistence.behavior;

import static shopkeeper.persistence.schema.generated.Tables.POINTS_OPENED;
import static shopkeeper.persistence.schema.generated.Tables.SALE_NET;
import static shopkeeper.persistence.schema.generated.Tables.UNLINKED_RETURN;
import static shopkeeper.persistence.schema.generated.Tables.WAITING_RECEIPT;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Table;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.behavior.BehaviorEvent;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.Parked;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnParked;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.VoidParked;
import shopkeeper.domain.behavior.PointsEvent.PointsOpened;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.persistence.feed.Projection;
import shopkeeper.persistence.feed.ViewRows;

/** What is left of each sale, what came back without one, and what waits for one. */
final class ReceiptProjection implements Projection {
    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(SALE_NET, UNLINKED_RETURN, POINTS_OPENED, WAITING_RECEIPT);
    }

    @Override
    public void apply(Logged<? extends Fact> logged, ViewRows rows) {
        switch (logged.fact()) {
            case BehaviorEvent event -> apply(event, logged.position().value(), rows);
            case PointsOpened opened ->
                    rows.sql()
                            .insertInto(POINTS_OPENED, POINTS_OPENED.CUSTOMER, POINTS_OPENED.POINTS)
                            .values(opened.customer().value(), opened.points())
                            .execute();
            default -> {}
        }
    }

    private static void apply(BehaviorEvent event, long position, ViewRows rows) {
        switch (event) {
            case PurchaseRecorded bought -> sold(bought, rows);
            case ReturnRecorded back -> {
                settled(back.receipt(), rows);
                back.sale()
                        .ifPresentOrElse(
                                sale -> less(sale, back.total(), rows), () -> loose(back, rows));
            }
            case PurchaseVoided undone -> {
                settled(undone.receipt(), rows);
                rows.sql()
                        .update(SALE_NET)
                        .set(SALE_NET.NET, BigDecimal.ZERO)
                        .set(SALE_NET.VOIDED, true)
                        .where(SALE_NET.RECEIPT.eq(undone.sale().value()))
                        .execute();
            }
            case Parked parked -> waits(parked, position, rows);
            case ParkedRefused refused ->
                    rows.sql()
                            .update(WAITING_RECEIPT)
                            .set(WAITING_RECEIPT.REFUSED, refused.code())
                            .where(WAITING_RECEIPT.RECEIPT.eq(refused.receipt().value()))
                            .execute();
            case NothingSold _ -> {}
        }
    }

    private static void sold(PurchaseRecorded bought, ViewRows rows) {
        var row = SALE_NET.newRecord();
        row.setReceipt(bought.receipt().value());
        row.setCustomer(bought.customer().map(CustomerId::value).orElse(null));
        row.setCurrency(bought.total().currency().getCurrencyCode());
        row.setNet(bought.total().amount());
        row.setVoided(false);
        row.setOccurredAt(utc(bought.at().effective()));
        rows.add(row);
    }

    private static void less(ReceiptId sale, Money total, ViewRows rows) {
        rows.sql()
                .update(SALE_NET)
                .set(SALE_NET.NET, SALE_NET.NET.minus(total.amount()))
                .where(SALE_NET.RECEIPT.eq(sale.value()))
                .execute();
    }

    /** Of somebody nobody knows it changes no profile. */
    private static void loose(ReturnRecorded back, ViewRows rows) {
        if (back.customer().isEmpty()) {
            return;
        }
        var row = UNLINKED_RETURN.newRecord();
        row.setReceipt(back.receipt().value());
        row.setCustomer(back.customer().get().value());
        row.setCurrency(back.total().currency().getCurrencyCode());
        row.setTotal(back.total().amount());
        row.setCandidates(back.candidates().size());
        row.setOccurredAt(utc(back.at().effective()));
        rows.add(row);
    }

    private static void waits(Parked parked, long position, ViewRows rows) {
        var row = WAITING_RECEIPT.newRecord();
        row.setReceipt(parked.receipt().value());
        row.setPosition(position);
        row.setSale(parked.sale().value());
        row.setKind(
                switch (parked) {
                    case ReturnParked _ -> "return";
                    case VoidParked _ -> "void";
                });
        row.setStore(parked.store().map(StoreId::value).orElse(null));
        var total =
                switch (parked) {
                    case ReturnParked back -> Optional.of(back.total());
                    case VoidParked _ -> Optional.<Money>empty();
                };
        row.setCurrency(total.map(money -> money.currency().getCurrencyCode()).orElse(null));
        row.setTotal(total.map(Money::amount).orElse(null));
        row.setOccurredAt(utc(parked.at().effective()));
        row.setReceivedAt(utc(parked.at().received()));
        rows.add(row);
    }

    private static void settled(ReceiptId receipt, ViewRows rows) {
        rows.sql()
                .deleteFrom(WAITING_RECEIPT)
                .where(WAITING_RECEIPT.RECEIPT.eq(receipt.value()))
                .execute();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
