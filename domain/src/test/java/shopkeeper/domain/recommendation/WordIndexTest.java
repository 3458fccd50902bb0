package shopkeeper.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shopkeeper.domain.Seeds;

class WordIndexTest {
    private static final int TEA = 0;
    private static final int CUP = 1;
    private static final int BLUE = 11;
    private static final int GREEN = 12;
    private static final int[] NO_WORDS = {};
    private static final int NEVER_HEARD = 99;

    private final WordIndex index = new WordIndex();

    @Test
    void a_product_is_found_by_each_word_of_its_name() {
        index.change(TEA, NO_WORDS, new int[] {BLUE, GREEN});
        index.change(CUP, NO_WORDS, new int[] {BLUE});

        assertThat(index.with(BLUE).toArray()).containsExactlyInAnyOrder(TEA, CUP);
        assertThat(index.with(GREEN).toArray()).containsExactly(TEA);
        assertThat(index.with(NEVER_HEARD).toArray()).isEmpty();
    }

    @Test
    void a_product_leaves_the_words_it_lost_and_stays_once_with_those_it_kept() {
        index.change(TEA, NO_WORDS, new int[] {BLUE, GREEN});
        index.change(CUP, NO_WORDS, new int[] {BLUE, GREEN});

        index.change(TEA, new int[] {BLUE, GREEN}, new int[] {GREEN});

        assertThat(index.with(BLUE).toArray()).containsExactly(CUP);
        assertThat(index.with(GREEN).toArray()).containsExactlyInAnyOrder(TEA, CUP);
    }

    @Test
    void a_word_that_no_product_has_any_more_takes_no_room() {
        index.change(TEA, NO_WORDS, new int[] {BLUE});

        index.change(TEA, new int[] {BLUE}, new int[] {GREEN});

        assertThat(index.with(BLUE)).isSameAs(index.with(NEVER_HEARD));
        index.change(CUP, NO_WORDS, new int[] {BLUE});
        assertThat(index.with(BLUE).toArray()).containsExactly(CUP);
    }

    @Test
    void a_product_without_words_is_found_by_none() {
        index.change(TEA, NO_WORDS, NO_WORDS);
        index.change(CUP, NO_WORDS, new int[] {BLUE});

        assertThat(index.with(BLUE).toArray()).containsExactly(CUP);
        index.change(CUP, new int[] {BLUE}, NO_WORDS);
        assertThat(index.with(BLUE).toArray()).isEmpty();
    }

    @Test
    void whatever_changes_the_index_says_what_looking_at_every_name_says() {
        Seeds.tryMany(
                200,
                random -> {
                    var any = new WordIndex();
                    var names = new int[8][0];
                    for (int change = 0; change < 60; change++) {
                        int product = random.nextInt(names.length);
                        int[] now = someWords(random);
                        any.change(product, names[product], now);
                        names[product] = now;
                    }
                    for (int word = 0; word < 6; word++) {
                        assertThat(any.with(word).toArray())
                                .containsExactlyInAnyOrder(havingIt(names, word));
                    }
                });
    }

    private static int[] someWords(RandomGenerator random) {
        return IntStream.range(0, 6).filter(_ -> random.nextInt(3) == 0).toArray();
    }

    private static int[] havingIt(int[][] names, int word) {
        return IntStream.range(0, names.length)
                .filter(product -> IntStream.of(names[product]).anyMatch(one -> one == word))
                .toArray();
    }
}
