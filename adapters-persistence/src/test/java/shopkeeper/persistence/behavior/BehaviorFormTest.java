package shopkeeper.persistence.behavior;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopkeeper.domain.behavior.BehaviorEvent.NothingSold;
import shopkeeper.domain.behavior.BehaviorEvent.ParkedRefused;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.PurchaseVoided;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnParked;
import shopkeeper.domain.behavior.BehaviorEvent.ReturnRecorded;
import shopkeeper.domain.behavior.BehaviorEvent.VoidParked;
import shopkeeper.domain.behavior.PointsEvent.PointsOpened;
import shopkeeper.domain.behavior.Practice;
import shopkeeper.domain.behavior.ReceiptId;
import shopkeeper.domain.behavior.ReceiptLine;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.behavior.VoidReason;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.persistence.eventlog.EventCatalog;
import shopkeeper.persistence.eventlog.GoldenFacts;

class BehaviorFormTest extends GoldenFacts {
    @Override
    protected EventCatalog catalog() {
        return BehaviorEventCatalog.catalog();
    }

    @Override
    protected List<Fact> samples() {
        var at =
                new Moment(
                        Instant.parse("2026-03-29T12:00:00.123Z"),
                        Instant.parse("2026-03-29T12:00:02Z"));
        var ann = Optional.of(new CustomerId("c-ann"));
        var bern = Optional.of(new StoreId("bern"));
        var sale = new ReceiptId("bern-t1-2026-03-29-17-20260329T140000");
        var back = new ReceiptId("bern-t1-2026-03-29-18-20260329T150000");
        var cheese =
                ReceiptLine.of(
                        new ProductId("22423"), new BigDecimal("0.345"), Money.of("24.90", "CHF"));
        var mugs =
                ReceiptLine.of(
                        new ProductId("85123A"), new BigDecimal("20"), Money.of("2.55", "CHF"));
        return List.of(
                new PurchaseRecorded(
                        sale,
                        ann,
                        bern,
                        List.of(cheese, mugs),
                        Money.of("-1.09", "CHF"),
                        Money.of("58.50", "CHF"),
                        Via.till(),
                        at),
                new ReturnRecorded(
                        ReceiptId.order("web", "1001-back"),
                        Optional.of(sale),
                        ann,
                        bern,
                        List.of(mugs),
                        Map.of(mugs.product(), ReturnReason.TOO_SMALL),
                        Money.of("51", "CHF"),
                        List.of(sale),
                        Via.till(),
                        at),
                new PurchaseVoided(
                        back,
                        sale,
                        VoidReason.REJECTED,
                        ann,
                        bern,
                        Map.of(mugs.product(), mugs.quantity()),
                        Money.of("58.50", "CHF"),
                        Via.till(),
                        at),
                new ReturnParked(
                        back,
                        sale,
                        ann,
                        bern,
                        List.of(mugs),
                        Map.of(mugs.product(), ReturnReason.DEFECTIVE),
                        Money.of("51", "CHF"),
                        Via.till(),
                        at),
                new VoidParked(back, sale, VoidReason.VOIDED, bern, Via.till(), at),
                new ParkedRefused(back, sale, "already-voided", "It was voided.", bern, at),
                new NothingSold(back, Practice.TRAINING, bern, Via.till(), at),
                new PointsOpened(new CustomerId("c-ann"), 120, Via.phone(), at));
    }
}
