package shopkeeper.bootstrap.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import shopkeeper.domain.recommendation.Interactions;
import shopkeeper.domain.recommendation.RankerTrainer;
import shopkeeper.domain.recommendation.Sessions;
import shopkeeper.domain.recommendation.Shopper;
import shopkeeper.domain.recommendation.Trainer;
import shopkeeper.domain.recommendation.TunedBlend;
import shopkeeper.files.evaluation.EvaluationFiles;
import shopkeeper.files.evaluation.Ids;
import shopkeeper.files.evaluation.NumberedSession;

/** Reads what is learned from, then what is asked; items of both share their numbers. */
record Exams(Path train, Path test, Ids items, List<Trainer> more, RankerTrainer ranking) {
    Exams {
        more = List.copyOf(more);
    }

    Exam of(Task task) {
        return switch (task) {
            case NEW_ITEMS -> newItems();
            case NEXT_BASKET -> nextBasket();
            case SESSION -> session();
        };
    }

    private Exam newItems() {
        var users = new Ids();
        var all = demand(EvaluationFiles.pairs(train, users, items));
        int known = users.size();
        int products = items.size();
        var wanted = EvaluationFiles.pairs(test, users, items);
        var questions = new ArrayList<Asked>();
        int unknown = 0;
        for (int user = 0; user < users.size(); user++) {
            if (wanted.endBasket(user) > wanted.firstBasket(user)) {
                boolean isKnown = user < known;
                unknown += isKnown ? 0 : 1;
                var shopper = isKnown ? all.shopper(user) : Shopper.NOBODY;
                var owned = isKnown ? set(all.basket(all.firstBasket(user))) : Set.<Integer>of();
                var came = set(wanted.basket(wanted.firstBasket(user)));
                questions.add(new Asked(user, users.id(user), () -> shopper, owned, came, true));
            }
        }
        return new Exam(
                String.format(
                        Locale.ROOT,
                        "%,d users, %,d items, %,d pairs",
                        known,
                        products,
                        all.lines()),
                products,
                seed -> TunedBlend.newItems(all, more, seed),
                demand(questions),
                unknown);
    }

    private Exam nextBasket() {
        var baskets = EvaluationFiles.baskets(train, items);
        int products = items.size();
        var built = Interactions.builder();
        baskets.values()
                .forEach(history -> {
                    built.customer();
                    IntStream.range(0, history.size())
                            .forEach(turn -> built.basket(turn, history.get(turn)));
                });
        var all = demand(built.build(products));
        var questions = new ArrayList<Asked>();
        int unknown = 0;
        for (var asked : EvaluationFiles.baskets(test, items).entrySet()) {
            var history = baskets.getOrDefault(asked.getKey(), List.of());
            unknown += baskets.containsKey(asked.getKey()) ? 0 : 1;
            var shopper = Shopper.withBaskets(history.toArray(int[][]::new));
            questions.add(
                    new Asked(
                            questions.size(),
                            asked.getKey(),
                            () -> shopper,
                            Set.of(),
                            asked.getValue().stream().findFirst().map(Exams::set).orElse(Set.of()),
                            true));
        }
        return new Exam(
                String.format(
                        Locale.ROOT,
                        "%,d users, %,d items, %,d baskets",
                        all.customers(),
                        products,
                        all.baskets()),
                products,
                seed -> TunedBlend.nextBasket(all, ranking, seed),
                demand(questions),
                unknown);
    }

    /** Each session is asked after each of its items what comes next. */
    private Exam session() {
        var learned =
                EvaluationFiles.sessions(train, items).stream()
                        .map(NumberedSession::items)
                        .toList();
        int products = items.size();
        var all = Sessions.of(learned, products);
        demand(all.asBaskets());
        var questions = new ArrayList<Asked>();
        var asked = EvaluationFiles.sessions(test, items);
        for (int one = 0; one < asked.size(); one++) {
            int[] session = asked.get(one).items();
            String name = Integer.toString(asked.get(one).line());
            for (int next = 1; next < session.length; next++) {
                int seen = next;
                questions.add(
                        new Asked(
                                one,
                                name,
                                () -> Shopper.inSession(Arrays.copyOf(session, seen)),
                                Set.of(),
                                Set.of(session[seen]),
                                seen == session.length - 1));
            }
            if (session.length == 1) {
                questions.add(
                        new Asked(
                                one,
                                name,
                                () -> Shopper.inSession(session),
                                Set.of(),
                                Set.of(),
                                true));
            }
        }
        return new Exam(
                String.format(Locale.ROOT, "%,d sessions, %,d items", all.size(), products),
                products,
                seed -> TunedBlend.nextClick(all, ranking, seed),
                demand(questions),
                0);
    }

    private static Set<Integer> set(int[] products) {
        return Arrays.stream(products).boxed().collect(Collectors.toSet());
    }

    private Interactions demand(Interactions all) {
        if (all.lines() == 0) {
            throw new IllegalStateException(
                    train + " is empty: there is nothing to learn from in it");
        }
        return all;
    }

    private List<Asked> demand(List<Asked> questions) {
        if (questions.isEmpty()) {
            throw new IllegalStateException(test + " is empty: it asks about nobody");
        }
        return questions;
    }
}
