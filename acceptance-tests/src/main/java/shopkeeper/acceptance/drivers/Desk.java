package shopkeeper.acceptance.drivers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import shopkeeper.domain.catalog.Product;
import shopkeeper.domain.catalog.Store;
import shopkeeper.domain.consent.ConsentMethod;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.consent.Use;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.pricing.PriceBook;
import shopkeeper.domain.pricing.PriceBookId;
import shopkeeper.domain.profile.Identifier;

/**
 * Where the shop itself prepares and looks things up; each answer has seen what the scene did
 * before.
 */
public interface Desk {
    /** The shop learns that these point at one person. */
    Outcome recognised(List<Identifier> identifiers);

    /** Who that is, if anybody. */
    Optional<String> find(Identifier who);

    /** By which types of identifiers somebody is known, such as LOYALTY. */
    List<String> knownBy(Identifier who);

    /** The same when the log had come so far. */
    List<String> knownByThen(Identifier who, long position);

    /** What happened, by its kinds, the latest first. */
    List<String> timeline(Identifier who);

    Outcome buys(Receipt receipt);

    /** Grants, refuses or withdraws by this act. */
    Outcome says(Choice choice, Identifier who, Use use, ConsentMethod method);

    Permitted may(Identifier who, Use use);

    /** What stands, such as {@code ANALYTICS GRANTED}. */
    List<String> consents(Identifier who);

    /** Up to where the log is known now. */
    long noted();

    /** What stood when the log had come so far. */
    List<String> consentsThen(Identifier who, long position);

    /** Might the shop have, when the log had come so far? */
    Permitted mayThen(Identifier who, Use use, long position);

    /** How many points somebody had when the log had come so far. */
    long pointsThen(Identifier who, long position);

    Outcome lists(Product product);

    boolean isSold(ProductId product);

    Outcome opens(Store store);

    Outcome counts(StoreId store, ProductId product, int pieces);

    OptionalInt stock(StoreId store, ProductId product);

    /**
     * How many slates of the last day the report on their quality counts.
     *
     * @param by such as channel or segment
     * @return by the names there are
     */
    Map<String, Integer> slates(String by);

    Outcome publishes(PriceBook book);

    int versionOf(PriceBookId book);

    /**
     * May the shop, now?
     *
     * @param answer yes, or the code of the no
     * @param evidence empty for a no
     */
    record Permitted(String answer, String evidence) {}
}
