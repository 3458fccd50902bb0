package shopkeeper.domain.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shopkeeper.domain.consent.Purpose.ANALYTICS;
import static shopkeeper.domain.consent.Purpose.CONTENT_PERSONALIZATION;
import static shopkeeper.domain.consent.Purpose.MARKETING_MESSAGES;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.kernel.CustomerId;
import shopkeeper.domain.kernel.MessageId;
import shopkeeper.domain.kernel.Moment;
import shopkeeper.domain.kernel.Via;

class KeepingPolicyTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Set<Purpose> BOTH = Set.of(ANALYTICS, CONTENT_PERSONALIZATION);

    private static Keeping daysAgo(int days, Set<Purpose> allowed) {
        var at = Instant.parse("2026-11-22T23:59:59Z");
        var happened = TODAY.minusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
        var behavior =
                new Behavior(
                        new MessageId("web", "1"),
                        new CustomerId("c-ann"),
                        new Act.PageViewed(Optional.empty(), Attention.UNKNOWN),
                        Via.web(),
                        new Moment(happened, at));
        return KeepingPolicy.of(behavior, allowed, TODAY);
    }

    @Test
    void what_somebody_allows_is_kept_under_their_name_for_that_and_nothing_else() {
        assertThat(daysAgo(0, Set.of(ANALYTICS))).isEqualTo(new Keeping.Named(Set.of(ANALYTICS)));
        assertThat(daysAgo(0, Set.of(CONTENT_PERSONALIZATION, MARKETING_MESSAGES)))
                .isEqualTo(new Keeping.Named(Set.of(CONTENT_PERSONALIZATION)));
        assertThat(daysAgo(180, BOTH)).isEqualTo(new Keeping.Named(BOTH));
    }

    @Test
    void whoever_allows_nothing_is_only_counted() {
        assertThat(daysAgo(0, Set.of())).isEqualTo(new Keeping.Counted());
        assertThat(daysAgo(0, Set.of(MARKETING_MESSAGES))).isEqualTo(new Keeping.Counted());
    }

    @Test
    void each_purpose_has_its_time() {
        assertThat(daysAgo(181, BOTH)).isEqualTo(new Keeping.Named(Set.of(ANALYTICS)));
        assertThat(daysAgo(181, Set.of(CONTENT_PERSONALIZATION))).isEqualTo(new Keeping.Counted());
        assertThat(daysAgo(395, BOTH)).isEqualTo(new Keeping.Named(Set.of(ANALYTICS)));
    }

    @Test
    void what_comes_after_thirteen_months_is_too_late() {
        assertThat(daysAgo(396, BOTH))
                .isEqualTo(new Keeping.TooLate(LocalDate.parse("2025-10-23")));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANALYTICS", "CONTENT_PERSONALIZATION"})
    void for_other_purposes_behavior_is_not_kept(Purpose other) {
        assertThatThrownBy(() -> KeepingPolicy.oldest(other, TODAY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
