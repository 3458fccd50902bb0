package shopkeeper.domain.decision;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import shopkeeper.domain.behavior.Bought;
import shopkeeper.domain.behavior.Sold;
import shopkeeper.domain.kernel.Channel;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.Verdict;

/** How good the slates were that the shop really showed: pure, from what was bought afterwards. */
public final class SlateQuality {
    public static final String VERSION = "slate-quality-4";

    /** What is bought later has other reasons. */
    static final Duration FOLLOWED = Duration.ofDays(14);

    /** Nothing is said about what fewer people did. */
    public static final int LEAST_PEOPLE = 20;

    private static final int MANY = 5;

    /** Placements have the names that clients give them, and there may be any number. */
    private static final int MOST_PLACEMENTS = 20;

    private static final String OTHERS = "others";
    private static final String NEW = "first-time";
    private static final String FEW = "1-to-4-purchases";
    private static final String REGULAR = "5-or-more-purchases";

    private SlateQuality() {}

    /**
     * A slate that was shown.
     *
     * @param channel empty where it is not known
     */
    public record Served(
            Optional<CustomerId> customer,
            Optional<Channel> channel,
            String placement,
            Mode mode,
            String model,
            Instant at,
            List<Item> items) {
        public Served {
            items = List.copyOf(items);
        }

        /** As if only this source had suggested something. */
        Served of(String source) {
            return new Served(
                    customer,
                    channel,
                    placement,
                    mode,
                    model,
                    at,
                    items.stream().filter(item -> item.sources().contains(source)).toList());
        }
    }

    /**
     * @param sources each with the kind of its model, such as CO_PURCHASED baskets
     * @param feedback what was said of it in this decision
     */
    public record Item(ProductId product, List<String> sources, List<Verdict> feedback) {
        public Item {
            sources = List.copyOf(sources);
            feedback = List.copyOf(feedback);
        }
    }

    /**
     * What is said of some slates.
     *
     * @param by all, channel, placement, mode, segment, model or source; a segment is how often
     *     somebody had bought when the slate was shown, and of a source only its own items count
     * @param coverage the share of what was ever sold that they showed
     * @param novelty mean surprise of an item in bits: 1 where half of the baskets have it
     * @param popularityBias how many times as popular an item is as the average product
     * @param feedback how often each was said of an item
     * @param accuracy empty where too few people can be followed
     */
    public record Group(
            String by,
            String name,
            int slates,
            int items,
            double coverage,
            double novelty,
            double popularityBias,
            Map<Verdict, Integer> feedback,
            Optional<Hits> accuracy) {
        public Group {
            feedback = Map.copyOf(feedback);
        }
    }

    /**
     * How often something of a slate was bought within 14 days.
     *
     * @param slates that were judged: they are 14 days old, and who saw them can be followed
     * @param rate of slates with at least one such item, with its 95 % interval
     * @param precision share of items that were bought
     */
    public record Hits(
            int people, int slates, double rate, double low, double high, double precision) {}

    /**
     * @param bought all that those bought who allow that it is looked at; empty for everybody else
     * @param now what was shown less than 14 days before may still be bought: it is not judged
     */
    public static List<Group> of(
            List<Served> served,
            Function<CustomerId, Optional<List<Bought>>> bought,
            Sold sold,
            Instant now) {
        var groups = new TreeMap<String, List<Served>>();
        var placements = placements(served);
        for (Served one : served) {
            add(groups, "1 all", "everything", one);
            one.channel().ifPresent(channel -> add(groups, "2 channel", channel.name(), one));
            add(
                    groups,
                    "3 placement",
                    placements.contains(one.placement()) ? one.placement() : OTHERS,
                    one);
            add(groups, "4 mode", one.mode().name(), one);
            one.customer()
                    .flatMap(bought)
                    .ifPresent(own -> add(groups, "5 segment", segment(one, own), one));
            add(groups, "6 model", one.model(), one);
            one.items().stream()
                    .flatMap(item -> item.sources().stream())
                    .distinct()
                    .forEach(source -> add(groups, "7 source", source, one.of(source)));
        }
        return groups.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue(), bought, sold, now))
                .toList();
    }

    /** Those with the most slates, where there are too many. */
    private static Set<String> placements(List<Served> served) {
        return served.stream()
                .collect(groupingBy(Served::placement, TreeMap::new, counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_PLACEMENTS)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private static Map<Verdict, Integer> feedback(List<Served> served) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        served.stream()
                .flatMap(one -> one.items().stream())
                .flatMap(item -> item.feedback().stream())
                .forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        return counts;
    }

    /** By the receipts of which they had kept something by then. */
    private static String segment(Served one, List<Bought> bought) {
        long receipts =
                bought.stream()
                        .filter(line -> !line.at().isAfter(one.at()))
                        .map(Bought::receipt)
                        .distinct()
                        .count();
        if (receipts == 0) {
            return NEW;
        }
        return receipts < MANY ? FEW : REGULAR;
    }

    private static void add(Map<String, List<Served>> groups, String by, String name, Served one) {
        groups.computeIfAbsent(by + "\n" + name, _ -> new ArrayList<>()).add(one);
    }

    private static Group group(
            String key,
            List<Served> served,
            Function<CustomerId, Optional<List<Bought>>> later,
            Sold sold,
            Instant now) {
        var items =
                served.stream().flatMap(one -> one.items().stream()).map(Item::product).toList();
        int cut = key.indexOf('\n');
        return new Group(
                key.substring(2, cut),
                key.substring(cut + 1),
                served.size(),
                items.size(),
                coverage(items, sold),
                items.stream().mapToDouble(item -> surprise(item, sold)).average().orElse(0),
                bias(items, sold),
                feedback(served),
                SlateHits.of(served, later, now));
    }

    private static double coverage(List<ProductId> items, Sold sold) {
        var shown = new HashSet<>(items);
        var all = new HashSet<>(sold.baskets().keySet());
        all.addAll(shown);
        return all.isEmpty() ? 0 : (double) shown.size() / all.size();
    }

    /** One basket more, so that what was never sold is rare and not impossible. */
    private static double surprise(ProductId item, Sold sold) {
        double share = (sold.baskets().getOrDefault(item, 0) + 1.0) / (sold.all() + 1.0);
        return -Math.log(share) / Math.log(2);
    }

    private static double bias(List<ProductId> items, Sold sold) {
        double average =
                sold.baskets().values().stream().mapToInt(count -> count).average().orElse(0);
        double shown =
                items.stream()
                        .mapToInt(item -> sold.baskets().getOrDefault(item, 0))
                        .average()
                        .orElse(0);
        return average == 0 ? 0 : shown / average;
    }
}
