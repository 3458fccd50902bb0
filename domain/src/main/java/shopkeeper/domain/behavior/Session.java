package shopkeeper.domain.behavior;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import shopkeeper.domain.behavior.Act.CartViewed;
import shopkeeper.domain.behavior.Act.CheckedOut;
import shopkeeper.domain.behavior.Act.ListFiltered;
import shopkeeper.domain.behavior.Act.ListViewed;
import shopkeeper.domain.behavior.Act.Other;
import shopkeeper.domain.behavior.Act.PageLeft;
import shopkeeper.domain.behavior.Act.PageViewed;
import shopkeeper.domain.behavior.Act.ProductAdded;
import shopkeeper.domain.behavior.Act.ProductClicked;
import shopkeeper.domain.behavior.Act.ProductRemoved;
import shopkeeper.domain.behavior.Act.ProductViewed;
import shopkeeper.domain.behavior.Act.Reviewed;
import shopkeeper.domain.behavior.Act.ScreenViewed;
import shopkeeper.domain.behavior.Act.Searched;
import shopkeeper.domain.behavior.Act.Shared;
import shopkeeper.domain.behavior.Act.Unwished;
import shopkeeper.domain.behavior.Act.WishListed;
import shopkeeper.domain.kernel.ProductId;

/**
 * One visit, as long as it lasts: what was done in it, in the order in which it happened, whatever
 * the order in which it was told.
 *
 * @param done the last {@link #MOST} things, oldest first
 */
public record Session(List<Done> done) {
    /** After so long without a sign a visit is over. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    public static final int MOST = 200;

    private static final double A_LOOK = Attention.UNKNOWN.interest();

    private static final Comparator<Done> BY_TIME = Comparator.comparing(Done::at);

    public Session {
        done = List.copyOf(done);
        if (done.isEmpty()) {
            throw new IllegalArgumentException("a visit begins with something");
        }
    }

    /** Something that was done in it. */
    public record Done(Act act, Instant at) {}

    public static Session begun(Act act, Instant at) {
        return new Session(List.of(done(act, at)));
    }

    /** Of a list only that it was seen: nothing here asks what stood in it. */
    private static Done done(Act act, Instant at) {
        return new Done(
                switch (act) {
                    case ListViewed _ -> new ListViewed(Optional.empty(), List.of());
                    case ListFiltered _ -> new ListFiltered(Optional.empty(), List.of());
                    default -> act;
                },
                at);
    }

    public Instant began() {
        return done.getFirst().at();
    }

    public Instant last() {
        return done.getLast().at();
    }

    public boolean isOver(Instant now) {
        return now.isAfter(last().plus(IDLE));
    }

    /**
     * It is over, and not even what is told {@link #IDLE} late can still belong to it; what is told
     * later than that is of no visit that goes on.
     */
    public boolean isPast(Instant now) {
        return now.isAfter(last().plus(IDLE).plus(IDLE));
    }

    /** A later visit takes its place; what belongs to an earlier one changes nothing. */
    public Session with(Act act, Instant at) {
        if (isOver(at)) {
            return begun(act, at);
        }
        if (at.plus(IDLE).isBefore(began())) {
            return this;
        }
        return of(Stream.concat(done.stream(), Stream.of(done(act, at))));
    }

    /** The same person on two devices: one visit where they overlap, else the later one. */
    public Session and(Session other) {
        if (other.began().isAfter(last().plus(IDLE))) {
            return other;
        }
        if (began().isAfter(other.last().plus(IDLE))) {
            return this;
        }
        return of(Stream.concat(done.stream(), other.done.stream()));
    }

    private static Session of(Stream<Done> done) {
        var inOrder = done.sorted(BY_TIME).toList();
        return new Session(inOrder.subList(Math.max(0, inOrder.size() - MOST), inOrder.size()));
    }

    /**
     * What this visit is about: views, clicks, additions and wishes, oldest first; a product looked
     * at twice stands twice, one that was only open in a hidden tab not at all.
     */
    public List<ProductId> products() {
        var products = new ArrayList<ProductId>();
        for (Done one : done) {
            var product = one.act() instanceof PageLeft ? seen(one.act()) : shown(one.act());
            product.filter(it -> !(one.act() instanceof PageLeft) || !products.contains(it))
                    .ifPresent(products::add);
        }
        return List.copyOf(products);
    }

    /**
     * The same for whoever suggests what comes next, to whom the last says most: what was only
     * glanced at stands before all that held this visitor longer.
     */
    public List<ProductId> glancesFirst() {
        var interest = interest();
        return products().stream()
                .sorted(Comparator.comparing(one -> interest.getOrDefault(one, 0.0) >= A_LOOK))
                .toList();
    }

    private static Optional<ProductId> shown(Act act) {
        return switch (act) {
            case ProductViewed _, PageViewed _, ScreenViewed _ -> seen(act);
            case ProductClicked _, ProductAdded _, WishListed _, Shared _, Reviewed _ ->
                    act.about();
            case PageLeft _,
                    ProductRemoved _,
                    CartViewed _,
                    ListViewed _,
                    ListFiltered _,
                    Searched _,
                    Unwished _,
                    CheckedOut _,
                    Other _ ->
                    Optional.empty();
        };
    }

    private static Optional<ProductId> seen(Act act) {
        return act.attention().interest() > 0 ? act.about() : Optional.empty();
    }

    /**
     * How much each product holds this visitor's interest: the longer it was seen the more, capped;
     * one in the cart or on the wish list as much more as a full look.
     */
    public Map<ProductId, Double> interest() {
        var attention = new LinkedHashMap<ProductId, Attention>();
        for (Done one : done) {
            (one.act() instanceof PageLeft ? one.act().about() : shown(one.act()))
                    .ifPresent(product ->
                            attention.merge(product, one.act().attention(), Attention::and));
        }
        var interest = new LinkedHashMap<ProductId, Double>();
        attention.forEach((product, seen) -> interest.put(product, seen.interest()));
        cart().forEach(product -> interest.merge(product, Attention.MOST_INTEREST, Double::sum));
        wishes().forEach(product -> interest.merge(product, Attention.MOST_INTEREST, Double::sum));
        interest.values().removeIf(worth -> worth <= 0);
        return Collections.unmodifiableMap(interest);
    }

    /** In the order in which it was filled. */
    public List<ProductId> cart() {
        var cart = new LinkedHashSet<ProductId>();
        for (Done one : done) {
            if (one.act() instanceof ProductAdded(var product)) {
                cart.add(product);
            } else if (one.act() instanceof ProductRemoved(var product)) {
                cart.remove(product);
            } else if (one.act() instanceof CartViewed(var products) && !products.isEmpty()) {
                // A cart that is shown without its products says nothing about them.
                cart.clear();
                cart.addAll(products);
            }
        }
        return List.copyOf(cart);
    }

    public List<ProductId> wishes() {
        var wishes = new LinkedHashSet<ProductId>();
        for (Done one : done) {
            if (one.act() instanceof WishListed(var product)) {
                wishes.add(product);
            } else if (one.act() instanceof Unwished(var product)) {
                wishes.remove(product);
            }
        }
        return List.copyOf(wishes);
    }

    /** Oldest first. */
    public List<Searched> searches() {
        return done.stream()
                .map(Done::act)
                .filter(Searched.class::isInstance)
                .map(Searched.class::cast)
                .toList();
    }

    /** What was ordered is in the cart no more. */
    public Session ordered(List<ProductId> products, Instant at) {
        var after = this;
        for (ProductId product : products) {
            if (after.cart().contains(product)) {
                after = after.with(new ProductRemoved(product), at);
            }
        }
        return after;
    }

    public Optional<Query> lastQuery() {
        return searches().reversed().stream()
                .flatMap(search -> search.query().stream())
                .findFirst();
    }
}
