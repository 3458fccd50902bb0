package shopkeeper.domain.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnReasonTest {
    @ParameterizedTest
    @CsvSource({
        "too small,TOO_SMALL",
        "TooSmall,TOO_SMALL",
        "TOO_SMALL,TOO_SMALL",
        "small,TOO_SMALL",
        "too-big,TOO_LARGE",
        "Defective,DEFECTIVE",
        "damaged!,DEFECTIVE",
        "wrong product,WRONG_ITEM",
        "not as described,NOT_AS_DESCRIBED",
        "unwanted,CHANGED_MIND",
        "she phoned 0123 and cried,OTHER",
        "1234,OTHER"
    })
    void what_tills_and_web_shops_write_is_understood(String said, ReturnReason reason) {
        assertThat(ReturnReason.said(said)).contains(reason);
    }

    @Test
    void silence_is_no_reason_and_a_novel_is_another_one() {
        assertThat(ReturnReason.said("  ")).isEmpty();
        assertThat(ReturnReason.said("too small".repeat(12))).contains(ReturnReason.OTHER);
    }
}
