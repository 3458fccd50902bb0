package shopkeeper.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import shopkeeper.application.consent.ConsentViews;
import shopkeeper.application.consent.ConsentViews.Entry;
import shopkeeper.domain.consent.Notice;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.consent.WordOfMouth;
import shopkeeper.domain.kernel.ContactMethod;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.web.desk.Shown.ConsentsView;
import shopkeeper.web.desk.Shown.UseView;
import shopkeeper.web.desk.Shown.WordForm;

/** Each use of the customer's data, and what they said of it. */
@Component
final class ConsentPanel {
    /** What an agent is asked about most comes first; what needs no consent is not asked. */
    private static final List<Use> USES = uses();

    private final ConsentViews views;

    ConsentPanel(ConsentViews views) {
        this.views = views;
    }

    ConsentsView view(CustomerId customer, WordForm form, String done) {
        Map<Use, Entry> standing =
                views.standing(customer).stream()
                        .collect(Collectors.toMap(Entry::use, Function.identity()));
        return new ConsentsView(
                customer.value(),
                // A form that is sent twice, by a double click, is one word.
                UUID.randomUUID().toString(),
                form,
                done,
                USES.stream()
                        .map(use -> row(use, Optional.ofNullable(standing.get(use))))
                        .toList());
    }

    /** The use that a button of the page names. */
    static Optional<Use> named(String name) {
        return USES.stream().filter(use -> use.toString().equals(name)).findFirst();
    }

    private static UseView row(Use use, Optional<Entry> said) {
        var choice = said.map(Entry::choice);
        return new UseView(
                use.toString().replace('/', '-'),
                use.toString(),
                Words.use(use),
                choice.map(ConsentPanel::words).orElse("Not asked"),
                choice.map(one -> one == Choice.GRANTED ? "yes" : "nay").orElse("open"),
                said.map(entry -> Words.when(entry.since())).orElse(null),
                said.map(entry -> Words.where(entry.via())).orElse(""),
                said.map(entry -> Words.style(entry.via().channel())).orElse(""),
                said.map(ConsentPanel::proof).orElse(""),
                choice.filter(one -> one == Choice.GRANTED).isPresent(),
                choice.filter(one -> one == Choice.REFUSED).isPresent());
    }

    private static String words(Choice choice) {
        return switch (choice) {
            case GRANTED -> "Allowed";
            case REFUSED -> "Refused";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    private static String proof(Entry entry) {
        return Stream.of(
                        entry.evidence().map(WordOfMouth::words),
                        entry.notice().map(ConsentPanel::shown))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    private static String shown(Notice notice) {
        return "notice %s, version %s, %s"
                .formatted(notice.id(), notice.version(), notice.locale());
    }

    private static List<Use> uses() {
        var uses = new ArrayList<Use>();
        uses.add(Use.of(Purpose.CONTENT_PERSONALIZATION));
        uses.add(Use.of(Purpose.PERSONALIZED_PRICING));
        for (ContactMethod method : ContactMethod.values()) {
            uses.add(Use.of(Purpose.MARKETING_MESSAGES, method));
        }
        for (Purpose purpose : Purpose.values()) {
            if (purpose != Purpose.STRICTLY_NECESSARY
                    && !purpose.isPerContactMethod()
                    && !uses.contains(Use.of(purpose))) {
                uses.add(Use.of(purpose));
            }
        }
        return List.copyOf(uses);
    }
}
