package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static shopkeeper.domain.recommendation.SlateShop.ids;
import static shopkeeper.domain.recommendation.SlateShop.shown;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Seeds;
import shopkeeper.domain.kernel.ProductId;
import shopkeeper.domain.recommendation.SlateFilter.Bought;

/** What holds of every slate, tried with shops of all kinds. */
class SlatePropertiesTest {
    private static final int PRODUCTS = 30;
    private static final List<Source> SOURCES = List.of(Source.values());

    @Test
    void filters_never_leak_and_a_slate_is_full_when_the_catalog_can_fill_it() {
        Seeds.tryMany(
                400,
                random -> {
                    var any = new AnyShop(random);
                    int limit = random.nextInt(1, 15);

                    var slate = any.shop.slate(limit);

                    var allowed = any.allowed();
                    assertThat(shown(slate)).doesNotHaveDuplicates().isSubsetOf(allowed);
                    assertThat(shown(slate)).hasSize(Math.min(limit, allowed.size()));
                    assertThat(slate.missing()).isEqualTo(limit - shown(slate).size());
                    assertThat(slate.pool().counts().isEmpty()).isEqualTo(slate.missing() == 0);
                });
    }

    @Test
    void every_slate_is_ranked_explained_and_scored() {
        Seeds.tryMany(
                200,
                random -> {
                    var slate = new AnyShop(random).shop.slate(random.nextInt(1, 15));

                    assertThat(slate.suggestions())
                            .extracting(Suggestion::rank)
                            .containsExactlyElementsOf(
                                    IntStream.rangeClosed(1, slate.suggestions().size())
                                            .boxed()
                                            .toList());
                    assertThat(slate.suggestions())
                            .allSatisfy(one -> {
                                assertThat(one.score()).isBetween(0.0, 1.0);
                                assertThat(one.reasons()).isNotEmpty();
                                assertThat(one.reasons())
                                        .noneMatch(reason ->
                                                reason.text().isBlank()
                                                        || reason.text().contains("{"));
                            });
                });
    }

    @Test
    void in_which_order_models_are_asked_does_not_matter() {
        Seeds.tryMany(
                200,
                random -> {
                    var shop = new AnyShop(random).shop;
                    var shuffled = new ArrayList<>(shop.models());
                    for (int i = shuffled.size() - 1; i > 0; i--) {
                        Collections.swap(shuffled, i, random.nextInt(i + 1));
                    }

                    assertThat(shop.slate(10, shuffled).suggestions())
                            .isEqualTo(shop.slate(10).suggestions());
                });
    }

    @Test
    void no_more_than_the_stated_share_is_promoted() {
        Seeds.tryMany(
                200,
                random -> {
                    int limit = random.nextInt(1, 15);
                    var slate = new AnyShop(random).shop.slate(limit);

                    long promoted =
                            slate.suggestions().stream()
                                    .flatMap(one -> one.reasons().stream())
                                    .filter(reason ->
                                            reason.code().equals("PINNED")
                                                    || reason.code().equals("BOOSTED"))
                                    .count();
                    assertThat(promoted)
                            .isLessThanOrEqualTo(
                                    (long)
                                            Math.floor(
                                                    slate.pool().policy().promotedShare() * limit
                                                            + 1e-9));
                });
    }

    @Test
    void a_slate_made_again_from_its_pool_is_the_same() {
        Seeds.tryMany(
                200,
                random -> {
                    var slate = new AnyShop(random).shop.slate(random.nextInt(1, 15));
                    var grounds =
                            slate.suggestions().stream()
                                    .collect(
                                            Collectors.toMap(
                                                    Suggestion::product, Suggestion::grounds));

                    var again =
                            SlateMaker.again(
                                    slate.pool(), Language.ENGLISH, grounds, slate.history());

                    assertThat(again.suggestions()).isEqualTo(slate.suggestions());
                    assertThat(again.personal()).isEqualTo(slate.personal());
                });
    }

    /**
     * A shop with everything in it that a rule looks at, and who may see what by plain reckoning.
     */
    private static final class AnyShop {
        private final SlateShop shop = new SlateShop();
        private final RandomGenerator random;
        private final Set<String> barred = new HashSet<>();
        private final Set<String> takenOut = new HashSet<>();

        /** What somebody said, or did, of a product counts for its successor too. */
        private final Set<String> said = new HashSet<>();

        private final Set<String> once = new HashSet<>();
        private final List<String> bought;
        private final Map<String, String> successors = new HashMap<>();
        private final List<String> all =
                IntStream.range(0, PRODUCTS).mapToObj(number -> "p" + number).toList();

        AnyShop(RandomGenerator random) {
            this.random = random;
            shop.policy(
                    SlateShop.policy(
                            Occasion.CART,
                            random.nextDouble(0.5),
                            random.nextDouble(),
                            random.nextDouble(),
                            random.nextDouble(),
                            random.nextDouble()));
            bought = some(0.2);
            var cart = some(0.1);
            var hidden = some(0.1);
            var unhelpful = some(0.1);
            var without = some(0.1);
            var out = some(0.2);
            boolean onlyNew = random.nextInt(4) == 0;
            boolean cheap = random.nextInt(3) == 0;
            boolean oneKind = random.nextInt(4) == 0;
            for (String one : all) {
                sell(one, cheap, oneKind);
            }
            said.addAll(cart);
            said.addAll(hidden);
            said.addAll(unhelpful);
            said.addAll(without);
            barred.addAll(out);
            if (onlyNew) {
                said.addAll(bought);
            }
            shop.isOut(out.toArray(String[]::new))
                    .customerBought(bought.toArray(String[]::new))
                    .wishes(new Wishes(set(hidden), set(unhelpful), set(some(0.1)), set(some(0.1))))
                    .promotes(some(0.2), some(0.2))
                    .setting(
                            new Setting(
                                    List.of(),
                                    ids(cart),
                                    Optional.of("kind 1"),
                                    Optional.of("p1 p2"),
                                    Language.ENGLISH,
                                    16))
                    .filter(
                            new SlateFilter(
                                    oneKind ? Set.of("kind 1") : Set.of(),
                                    Set.of(),
                                    Set.of(),
                                    set(without),
                                    Optional.empty(),
                                    cheap ? Optional.of(new BigDecimal("5")) : Optional.empty(),
                                    onlyNew ? Bought.NEW : Bought.ANY));
            for (int model = random.nextInt(5); model > 0; model--) {
                var source = SOURCES.get(random.nextInt(SOURCES.size()));
                shop.says(source, said());
            }
        }

        Set<String> allowed() {
            var allowed = new HashSet<>(all);
            allowed.removeAll(barred);
            allowed.removeIf(one -> !standIn(one).equals(one));
            said.stream().map(this::standIn).forEach(allowed::remove);
            bought.stream().map(this::standIn).filter(once::contains).forEach(allowed::remove);
            return allowed;
        }

        private String standIn(String one) {
            var seen = new HashSet<String>();
            var last = one;
            while (successors.containsKey(last)) {
                if (!seen.add(last)) {
                    return one;
                }
                last = successors.get(last);
            }
            return takenOut.contains(last) ? one : last;
        }

        private void sell(String one, boolean cheap, boolean oneKind) {
            boolean gone = random.nextInt(10) == 0;
            boolean adult = random.nextInt(10) == 0;
            boolean onlyOnce = random.nextInt(10) == 0;
            int kind = random.nextInt(3);
            int price = random.nextInt(1, 10);
            boolean priced = random.nextInt(5) > 0;
            var successor = random.nextInt(6) == 0 ? all.get(random.nextInt(PRODUCTS)) : one;
            shop.sells(
                    one,
                    draft -> {
                        draft.in("kind " + kind);
                        if (gone) {
                            draft.takenOut();
                        }
                        if (adult) {
                            draft.from(18);
                        }
                        if (onlyOnce) {
                            draft.boughtOnce();
                        }
                        return successor.equals(one) ? draft : draft.replacedBy(successor);
                    });
            if (!successor.equals(one)) {
                successors.put(one, successor);
            }
            if (priced) {
                shop.costs(one, price + ".00");
            }
            shop.bought(one, random.nextInt(5));
            if (gone) {
                takenOut.add(one);
            }
            if (onlyOnce) {
                once.add(one);
            }
            if (gone || adult || (cheap && (!priced || price > 5)) || (oneKind && kind != 1)) {
                barred.add(one);
            }
        }

        private List<String> some(double share) {
            return all.stream().filter(_ -> random.nextDouble() < share).toList();
        }

        private Object[] said() {
            return some(0.5).stream()
                    .flatMap(one -> Arrays.<Object>asList(one, random.nextFloat(10)).stream())
                    .toArray();
        }

        private static Set<ProductId> set(List<String> products) {
            return Set.copyOf(ids(products));
        }
    }
}
