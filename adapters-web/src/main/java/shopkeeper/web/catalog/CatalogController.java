package shopkeeper.web.catalog;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_NDJSON_VALUE;
import static shopkeeper.web.repetition.Repeated.Way.LINE_BY_LINE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import shopkeeper.application.access.Scope;
import shopkeeper.application.catalog.BrowseCatalog;
import shopkeeper.application.catalog.KeepCatalog;
import shopkeeper.domain.catalog.CatalogCommand;
import shopkeeper.domain.catalog.CatalogCommand.CountStock;
import shopkeeper.domain.catalog.CatalogCommand.ListProduct;
import shopkeeper.domain.catalog.CatalogCommand.OpenStore;
import shopkeeper.domain.kernel.Message;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.web.catalog.CatalogJson.ProductJson;
import shopkeeper.web.catalog.CatalogJson.StockJson;
import shopkeeper.web.catalog.CatalogJson.StoreJson;
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

/** What the shop sells and where: one by one, and line by line for whole assortments. */
@RestController
@RequestMapping("/v1")
final class CatalogController {
    private final KeepCatalog catalog;
    private final BrowseCatalog shelves;
    private final Messages messages;
    private final Json json;
    private final InstantSource clock;

    CatalogController(
            KeepCatalog catalog,
            BrowseCatalog shelves,
            Messages messages,
            Json json,
            InstantSource clock) {
        this.catalog = catalog;
        this.shelves = shelves;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    @PutMapping(path = "/products/{id}", consumes = APPLICATION_JSON_VALUE)
    @CallableBy(Scope.REFERENCE)
    Written product(
            @PathVariable String id, @RequestBody ProductJson product, HttpServletRequest request) {
        var named = product.under(id);
        return keep(messages.of(request, named), list(named));
    }

    @PutMapping(path = "/stores/{id}", consumes = APPLICATION_JSON_VALUE)
    @CallableBy(Scope.REFERENCE)
    Written store(
            @PathVariable String id, @RequestBody StoreJson store, HttpServletRequest request) {
        var named = store.under(id);
        return keep(messages.of(request, named), open(named));
    }

    @PutMapping(path = "/stock/{store}/{product}", consumes = APPLICATION_JSON_VALUE)
    @CallableBy(Scope.REFERENCE)
    Written stock(
            @PathVariable String store,
            @PathVariable String product,
            @RequestBody StockJson stock,
            HttpServletRequest request) {
        var named = stock.under(store, product);
        return keep(messages.of(request, named), count(named));
    }

    @PostMapping(path = "/products", consumes = APPLICATION_NDJSON_VALUE)
    @CallableBy(Scope.REFERENCE)
    @Repeated(LINE_BY_LINE)
    TallyJson products(InputStream lines, HttpServletRequest request) throws IOException {
        return Lines.take(
                        lines,
                        json,
                        ProductJson.class,
                        (index, line) -> keep(messages.ofLine(request, index, line), list(line)))
                .asJson();
    }

    @PostMapping(path = "/stores", consumes = APPLICATION_NDJSON_VALUE)
    @CallableBy(Scope.REFERENCE)
    @Repeated(LINE_BY_LINE)
    TallyJson stores(InputStream lines, HttpServletRequest request) throws IOException {
        return Lines.take(
                        lines,
                        json,
                        StoreJson.class,
                        (index, line) -> keep(messages.ofLine(request, index, line), open(line)))
                .asJson();
    }

    @PostMapping(path = "/stock", consumes = APPLICATION_NDJSON_VALUE)
    @CallableBy(Scope.REFERENCE)
    @Repeated(LINE_BY_LINE)
    TallyJson stocks(InputStream lines, HttpServletRequest request) throws IOException {
        return Lines.take(
                        lines,
                        json,
                        StockJson.class,
                        (index, line) -> keep(messages.ofLine(request, index, line), count(line)))
                .asJson();
    }

    @GetMapping("/products/{id}")
    @CallableBy(Scope.BROWSE)
    ResponseEntity<ProductJson> product(@PathVariable String id) {
        var what = Input.word("id", id, ProductId::new);
        // The version first: what changes in between must not carry the later one's name.
        var version = shelves.version(what);
        return shelves.product(what)
                .map(product -> Versions.tagged(version, ProductJson.of(product)))
                .orElseThrow(() -> Problem.notFound("There is no such product.").asException());
    }

    @GetMapping("/stores/{id}")
    @CallableBy(Scope.BROWSE)
    ResponseEntity<StoreJson> store(@PathVariable String id) {
        var where = Input.word("id", id, StoreId::new);
        var version = shelves.version(where);
        return shelves.store(where)
                .map(store -> Versions.tagged(version, StoreJson.of(store)))
                .orElseThrow(() -> Problem.notFound("There is no such store.").asException());
    }

    @GetMapping("/stock/{store}/{product}")
    @CallableBy(Scope.BROWSE)
    ResponseEntity<StockJson> stock(@PathVariable String store, @PathVariable String product) {
        var where = Input.word("store", store, StoreId::new);
        var what = Input.word("product", product, ProductId::new);
        var version = shelves.version(where, what);
        var pieces = shelves.stock(where, what);
        if (pieces.isEmpty()) {
            throw Problem.notFound("This product was never counted in this store.").asException();
        }
        return Versions.tagged(version, StockJson.of(where, what, pieces));
    }

    private Written keep(Message message, CatalogCommand command) {
        return Written.of(catalog.keep(message, command));
    }

    private CatalogCommand list(ProductJson product) {
        return new ListProduct(product.asProduct(), now());
    }

    private CatalogCommand open(StoreJson store) {
        return new OpenStore(store.asStore(), now());
    }

    private CatalogCommand count(StockJson stock) {
        return new CountStock(stock.asStore(), List.of(stock.asLevel()), now());
    }

    private Moment now() {
        return Moment.at(clock.instant());
    }
}
