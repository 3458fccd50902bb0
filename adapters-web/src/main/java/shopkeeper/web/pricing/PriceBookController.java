package shopkeeper.web.pricing;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_NDJSON_VALUE;
import static shopkeeper.web.repetition.Repeated.Way.LINE_BY_LINE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import shopkeeper.application.access.Scope;
import shopkeeper.application.pricing.AskPrice;
import shopkeeper.application.pricing.PublishPrices;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.pricing.PricingCommand.PublishPriceBook;
import shopkeeper.web.kernel.Input;
import shopkeeper.web.kernel.Json;
import shopkeeper.web.kernel.Lines;
import shopkeeper.web.kernel.Messages;
import shopkeeper.web.kernel.Problem;
import shopkeeper.web.kernel.Tally.TallyJson;
import shopkeeper.web.kernel.Versions;
import shopkeeper.web.kernel.Written;
import shopkeeper.web.repetition.Repeated;
import shopkeeper.web.security.CallableBy;

/** Price books, published whole. */
@RestController
@RequestMapping("/v1/price-books")
final class PriceBookController {
    private final PublishPrices publishing;
    private final AskPrice prices;
    private final Messages messages;
    private final Json json;
    private final InstantSource clock;

    PriceBookController(
            PublishPrices publishing,
            AskPrice prices,
            Messages messages,
            Json json,
            InstantSource clock) {
        this.publishing = publishing;
        this.prices = prices;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    @PutMapping(path = "/{id}", consumes = APPLICATION_JSON_VALUE)
    @CallableBy(Scope.REFERENCE)
    Written book(
            @PathVariable String id, @RequestBody PriceBookJson book, HttpServletRequest request) {
        var named = book.under(id);
        return publish(messages.of(request, named), named);
    }

    @PostMapping(consumes = APPLICATION_NDJSON_VALUE)
    @CallableBy(Scope.REFERENCE)
    @Repeated(LINE_BY_LINE)
    TallyJson books(InputStream lines, HttpServletRequest request) throws IOException {
        return Lines.take(
                        lines,
                        json,
                        PriceBookJson.class,
                        (index, line) -> publish(messages.ofLine(request, index, line), line))
                .asJson();
    }

    @GetMapping("/{id}")
    @CallableBy(Scope.BROWSE)
    ResponseEntity<PriceBookJson> book(@PathVariable String id) {
        var which = Input.word("id", id, PriceBookId::new);
        // The version first: what changes in between must not carry the later one's name.
        var version = prices.version(which);
        return prices.book(which)
                .flatMap(PriceBookJson::of)
                .map(book -> Versions.tagged(version, book))
                .orElseThrow(() -> Problem.notFound("There is no such price book.").asException());
    }

    private Written publish(Message message, PriceBookJson book) {
        return Written.of(
                publishing.publish(
                        message, new PublishPriceBook(book.asBook(), Moment.at(clock.instant()))));
    }
}
