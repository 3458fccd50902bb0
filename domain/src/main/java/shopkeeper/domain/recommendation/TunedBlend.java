package shopkeeper.domain.recommendation;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import shopkeeper.domain.recommendation.HeldOut.Example;

/**
 * Which models answer a task and how much each counts, found out on a held-out part of the training
 * data; then trained on all of it. For the next basket and the next click a ranker that learned
 * from more of the held-out part has its say beside them.
 *
 * @param weighed models by their weights
 * @param ranked by what was learned beyond weights, where there was enough to learn from
 * @param reached how good the weighed models were on the held-out part, by its aim
 * @param alone how good each model was there, by its version
 */
public record TunedBlend(
        Blend weighed, Optional<Ranked> ranked, double reached, List<Alone> alone) {
    /** Names the way of choosing: another one gets another number. */
    public static final String POLICY = "held-out-3";

    private static final int EXAMPLES = 1200;
    private static final int RANKED = 3000;

    /** From fewer that came nothing is learned but chance. */
    private static final int FEWEST_CAME = 200;

    private static final double HELD_OUT = .2;

    /** So little that it only decides where nothing else does. */
    private static final double BACK_OFF = 1e-5;

    private static final List<Trainer> BUYING_AGAIN =
            List.of(
                    some -> new Repurchase(some, Repurchase.Settings.USUAL),
                    some -> new Repurchase(some, new Repurchase.Settings(1, 3, 8, 1)),
                    some -> new Repurchase(some, new Repurchase.Settings(.7, 2, 8, 1)),
                    _ -> PersonalFrequency.decaying(.9),
                    _ -> PersonalFrequency.grouped(7, .9, .7),
                    some -> new BasketNeighbours(some, BasketNeighbours.Settings.PUBLISHED.own(0)),
                    some -> new UserNeighbours(some, UserNeighbours.Settings.PUBLISHED.own(0)),
                    some -> new UserNeighbours(some, new UserNeighbours.Settings(2, .5, 3, 0)),
                    some -> ItemNeighbours.ofCustomers(some, 20, 100),
                    Popular::amongLastBaskets,
                    Popular::amongCustomers);

    public TunedBlend {
        alone = List.copyOf(alone);
    }

    /** One model by itself. */
    public record Alone(String version, double reached, double weight) {}

    /**
     * What a ranker puts together, and what it learned from.
     *
     * @param weight beside all weighed models, which count 1
     * @param candidates of held-out customers or visits
     * @param came how many of them
     */
    public record Ranked(CandidateModel model, double weight, int candidates, int came) {
        private Ranked personal() {
            return model instanceof Stack stack
                    ? new Ranked(stack.personal(), weight, candidates, came)
                    : this;
        }
    }

    /** All of it as one. */
    public Blend blend() {
        return with(weighed, ranked);
    }

    /** The same without the models that only know what is popular. */
    public Blend personal() {
        return with(
                new Blend(
                        Source.BASKET_NEIGHBOURS,
                        weighed.parts().stream()
                                .filter(part -> part.model().source() != Source.POPULAR)
                                .toList()),
                ranked.map(Ranked::personal));
    }

    private static Blend with(Blend some, Optional<Ranked> ranker) {
        return ranker.map(also ->
                        List.of(
                                new Blend.Part(some, 1),
                                new Blend.Part(also.model(), also.weight())))
                .map(both -> new Blend(some.source(), both))
                .orElse(some);
    }

    /**
     * @param ranking learns from what the models said and what came
     */
    public static TunedBlend nextBasket(Interactions all, RankerTrainer ranking, long seed) {
        var held = HeldOut.lastBaskets(all, RANKED, seed);
        return new Choice(
                        Aim.NEXT_BASKET,
                        held.examples(),
                        trained(BUYING_AGAIN, held.rest()),
                        number -> BUYING_AGAIN.get(number).train(all),
                        Popular.amongCustomers(all))
                .made(all.products(), Optional.of(ranking).filter(one -> one.suits(all)));
    }

    private static List<CandidateModel> trained(List<Trainer> trainers, Interactions some) {
        return trained(trainers.stream().map(trainer -> () -> trainer.train(some)));
    }

    private static List<CandidateModel> trained(Stream<Supplier<CandidateModel>> models) {
        return models.map(Supplier::get).collect(toCollection(ArrayList::new));
    }

    /**
     * @param more models beside those that count
     */
    public static TunedBlend newItems(Interactions all, List<Trainer> more, long seed) {
        var held = HeldOut.someProducts(all, HELD_OUT, EXAMPLES / 2, seed);
        var trainers = new ArrayList<Trainer>();
        trainers.add(some -> ItemNeighbours.ofCustomers(some, 20, 100));
        trainers.add(some -> new UserNeighbours(some, new UserNeighbours.Settings(0, .5, 2, 0)));
        trainers.add(some -> new UserNeighbours(some, new UserNeighbours.Settings(0, .5, 5, 0)));
        trainers.add(Popular::amongCustomers);
        more.stream().filter(trainer -> trainer.suits(all)).forEach(trainers::add);
        return new Choice(
                        Aim.NEW_ITEMS,
                        held.examples(),
                        trained(trainers, held.rest()),
                        number -> trainers.get(number).train(all),
                        Popular.amongCustomers(all))
                .made(all.products(), Optional.empty());
    }

    /**
     * @param ranking learns from what the models said and what came
     */
    public static TunedBlend nextClick(Sessions all, RankerTrainer ranking, long seed) {
        int held = Math.clamp(all.size() / 10, Math.min(1, all.size()), 2000);
        var last = new ArrayList<int[]>();
        for (int one = all.size() - held; one < all.size(); one++) {
            last.add(all.session(one));
        }
        var trainers =
                List.<Function<Sessions, CandidateModel>>of(
                        some -> new SessionNeighbours(some, SessionNeighbours.Settings.USUAL),
                        some ->
                                new SessionNeighbours(
                                        some, new SessionNeighbours.Settings(1000, 500, .4)),
                        some -> Followers.inSessions(some, 1, .3),
                        some -> Followers.inSessions(some, 10, .6),
                        some -> ItemNeighbours.ofCustomers(some.asBaskets(), 20, 100),
                        _ -> new Reminders(),
                        some -> Popular.amongCustomers(some.asBaskets()));
        var rest = all.withoutLast(held);
        return new Choice(
                        Aim.NEXT_CLICK,
                        HeldOut.nextClicks(last, RANKED, seed),
                        trained(trainers.stream().map(trainer -> () -> trainer.apply(rest))),
                        number -> trainers.get(number).apply(all),
                        Popular.amongCustomers(all.asBaskets()))
                .made(
                        all.products(),
                        Optional.of(ranking).filter(one -> one.suits(all.asBaskets())));
    }

    /**
     * @param held what was held out
     * @param models trained without it; let go before the others are trained, for the large ones do
     *     not fit beside each other
     * @param again the same models by number, trained on everything
     */
    private record Choice(
            Aim aim,
            List<Example> held,
            List<CandidateModel> models,
            IntFunction<CandidateModel> again,
            CandidateModel popular) {
        TunedBlend made(int products, Optional<RankerTrainer> ranking) {
            var found = found(products, ranking);
            models.clear();
            var parts = new ArrayList<Blend.Part>();
            var now = new ArrayList<CandidateModel>();
            for (int i = 0; i < found.alone.size(); i++) {
                double weight = found.alone.get(i).weight();
                if (weight > 0 || found.candidates.isPresent()) {
                    now.add(again.apply(i));
                }
                if (weight > 0) {
                    parts.add(new Blend.Part(now.getLast(), weight));
                }
            }
            parts.add(new Blend.Part(popular, BACK_OFF));
            return new TunedBlend(
                    new Blend(parts.getFirst().model().source(), parts),
                    found.candidates.map(some -> ranked(now, some, ranking.orElseThrow())),
                    found.reached,
                    found.alone);
        }

        /** What the held-out part says. */
        private Found found(int products, Optional<RankerTrainer> ranking) {
            var fit = new BlendFit(models, aim);
            held.stream().limit(EXAMPLES).forEach(example -> fit.hold(example, products));
            double[] weights = fit.fit();
            var alone = new ArrayList<Alone>();
            for (int i = 0; i < weights.length; i++) {
                alone.add(new Alone(models.get(i).version(), fit.alone(i), weights[i]));
            }
            return new Found(
                    alone,
                    fit.value(weights),
                    ranking.map(_ -> Stack.before(aim::turns, models, held, products))
                            .filter(some -> some.come() >= FEWEST_CAME));
        }

        private Ranked ranked(
                List<CandidateModel> now, RankedBefore candidates, RankerTrainer ranking) {
            return new Ranked(
                    new Stack(aim::turns, now, ranking.train(candidates)),
                    aim.rankerWeight(),
                    candidates.size(),
                    candidates.come());
        }
    }

    private record Found(List<Alone> alone, double reached, Optional<RankedBefore> candidates) {}
}
