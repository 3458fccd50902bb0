package shopkeeper.persistence.consent;

import static shopkeeper.persistence.schema.generated.Tables.CONSENT_WORD;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Table;
import shopkeeper.application.kernel.Logged;
import shopkeeper.domain.consent.ConsentEvent;
import shopkeeper.domain.consent.ConsentEvent.ConsentGranted;
import shopkeeper.domain.consent.ConsentEvent.ConsentRefused;
import shopkeeper.domain.consent.ConsentEvent.ConsentWithdrawn;
import shopkeeper.domain.consent.ConsentEvent.RefusalCarriedOver;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.kernel.Fact;
import shopkeeper.persistence.feed.Projection;
import shopkeeper.persistence.feed.ViewRows;

/** Every word as a row of its own; which of them stands is asked when it is read. */
final class ConsentProjection implements Projection {
    @Override
    public String name() {
        return "consent-words";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CONSENT_WORD);
    }

    @Override
    public Class<? extends Fact> follows() {
        return ConsentEvent.class;
    }

    @Override
    public void apply(Logged<? extends Fact> logged, ViewRows rows) {
        switch ((ConsentEvent) logged.fact()) {
            case ConsentGranted granted ->
                    write(
                            logged,
                            granted,
                            Choice.GRANTED,
                            granted.at().effective(),
                            Optional.of(granted.notice()),
                            rows);
            case ConsentRefused refused ->
                    write(
                            logged,
                            refused,
                            Choice.REFUSED,
                            refused.at().effective(),
                            Optional.of(refused.notice()),
                            rows);
            case ConsentWithdrawn withdrawn ->
                    write(
                            logged,
                            withdrawn,
                            Choice.WITHDRAWN,
                            withdrawn.at().received(),
                            Optional.empty(),
                            rows);
            case RefusalCarriedOver carried ->
                    write(
                            logged,
                            carried,
                            Choice.REFUSED,
                            carried.at().effective(),
                            Optional.empty(),
                            rows);
        }
    }

    private static void write(
            Logged<?> logged,
            ConsentEvent event,
            Choice choice,
            Instant since,
            Optional<Notice> notice,
            ViewRows rows) {
        var row = CONSENT_WORD.newRecord();
        row.setPosition(logged.position().value());
        row.setCustomer(event.customer().value());
        row.setUse(event.use().toString());
        row.setChoice(choice.name());
        notice.ifPresent(shown -> {
            row.setNoticeId(shown.id());
            row.setNoticeVersion(shown.version());
            row.setNoticeLocale(shown.locale());
        });
        event.evidence()
                .ifPresent(heard -> {
                    row.setAgent(heard.agent());
                    row.setCall(heard.call().orElse(null));
                });
        row.setChannel(event.via().channel().name());
        row.setTouchpoint(event.via().touchpoint());
        row.setSince(since.atOffset(ZoneOffset.UTC));
        row.setReceivedAt(event.at().received().atOffset(ZoneOffset.UTC));
        rows.add(row);
    }
}
