package shopkeeper.domain.pricing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import shopkeeper.domain.kernel.Money;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.pricing.PriceBook.Kind;

/** All published price books, and the public price they give. */
public record PriceShelf(List<PriceBook> books) {
    public static final PriceShelf EMPTY = new PriceShelf(List.of());

    private static final Comparator<PriceBook> BEST_FIRST =
            comparingInt(PriceBook::specificity).thenComparingInt(PriceBook::priority).reversed();

    public PriceShelf {
        books = List.copyOf(books);
    }

    public static PriceShelf of(Collection<PriceBook> books) {
        return new PriceShelf(List.copyOf(books));
    }

    /**
     * The list price of the most specific book, or a sale price below it. Nothing where no list
     * price fits: never 0.
     *
     * <p>Of equally specific books the higher priority wins, then the lower price, then the id.
     */
    public Optional<PublicPrice> publicPrice(ProductId product, PriceContext context) {
        return best(Kind.LIST, product, context, _ -> true)
                .map(list -> {
                    Money listed = price(list, product);
                    var here =
                            new PriceContext(
                                    context.channel(),
                                    context.store(),
                                    Optional.of(list.currency()),
                                    context.at());
                    return best(
                                    Kind.SALE,
                                    product,
                                    here,
                                    sale -> price(sale, product).compareTo(listed) < 0)
                            .map(sale -> reduced(product, list, sale))
                            .orElseGet(() ->
                                    new PublicPrice(
                                            product,
                                            listed,
                                            List.of(new PriceLine("LIST", listed)),
                                            List.of(list.id())));
                });
    }

    private static PublicPrice reduced(ProductId product, PriceBook list, PriceBook sale) {
        Money listed = price(list, product);
        Money reduced = price(sale, product);
        return new PublicPrice(
                product,
                reduced,
                List.of(
                        new PriceLine("LIST", listed),
                        new PriceLine("SALE", reduced.minus(listed))),
                List.of(list.id(), sale.id()));
    }

    private Optional<PriceBook> best(
            Kind kind, ProductId product, PriceContext context, Predicate<PriceBook> counts) {
        return books.stream()
                .filter(book ->
                        book.kind() == kind
                                && book.prices().containsKey(product)
                                && book.appliesIn(context)
                                && counts.test(book))
                .min(
                        BEST_FIRST
                                .thenComparing(book -> price(book, product).amount())
                                .thenComparing(comparing(PriceBook::id)));
    }

    private static Money price(PriceBook book, ProductId product) {
        return Optional.ofNullable(book.prices().get(product)).orElseThrow();
    }
}
