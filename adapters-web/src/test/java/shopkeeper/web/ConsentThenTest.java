package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shopkeeper.application.kernel.LogProgress;

/** What the shop may prove later: which word stood when it used somebody's data. */
class ConsentThenTest {
    private static final String ANN = "/v1/profiles/c-ann";
    private static final String NO_BEFORE = "2026-11-20T10:00:09Z";
    private static final String YES = "2026-11-20T10:00:10Z";
    private static final String STILL_YES = "2026-11-20T10:01:09Z";
    private static final String WITHDRAWN = "2026-11-20T10:01:10Z";

    private final OnlineShop shop = new OnlineShop();
    private long granted;

    @BeforeEach
    void ann_allows_statistics_and_takes_it_back_a_minute_later() {
        says(
                "{\"choice\":\"GRANTED\",\"notice\":{\"id\":\"n\",\"version\":\"1\",\"locale\":\"de\"},\"method\":\"BUTTON\"}");
        granted = shop.the(LogProgress.class).seen().value();
        shop.the(ShopInMemory.ShopClock.class).move(Duration.ofMinutes(1));
        says("{\"choice\":\"WITHDRAWN\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {YES, STILL_YES})
    void a_yes_stood_until_it_was_taken_back(String then) {
        var stood = consents(then).is(200);
        assertThat(stood.at("/consents/0/choice")).isEqualTo("GRANTED");
        assertThat(stood.at("/consents/0/notice/version")).isEqualTo("1");
        assertThat(stood.header("ETag")).isEqualTo("\"v" + granted + "\"");
        var might = permission(then).is(200);
        assertThat(might.json().at("/allowed").asBoolean()).isTrue();
        assertThat(might.at("/evidence")).startsWith("ANALYTICS granted 2026-11-20T10:00:10Z");
    }

    @Test
    void before_the_first_word_there_was_none() {
        assertThat(consents(NO_BEFORE).is(200).json().at("/consents")).isEmpty();
        assertThat(permission(NO_BEFORE).is(200).at("/code")).isEqualTo("NO_DECISION");
        assertThat(permission("0").is(200).at("/code")).isEqualTo("NO_DECISION");
    }

    @Test
    void from_the_withdrawal_on_it_is_a_no() {
        assertThat(consents(WITHDRAWN).is(200).at("/consents/0/choice")).isEqualTo("WITHDRAWN");
        assertThat(permission(WITHDRAWN).is(200).at("/code")).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_position_names_a_moment_as_well() {
        assertThat(consents("" + granted).is(200).at("/consents/0/choice")).isEqualTo("GRANTED");
        assertThat(consents("" + (granted + 1)).is(200).at("/consents/0/choice"))
                .isEqualTo("WITHDRAWN");
        assertThat(permission("" + granted).is(200).json().at("/allowed").asBoolean()).isTrue();
    }

    @Test
    void a_withdrawal_heard_late_is_not_told_of_the_time_before_it_was_heard() {
        shop.put(
                        ANN + "/consents/CONTENT_PERSONALIZATION",
                        """
                        {"choice":"REFUSED","notice":{"id":"n","version":"1","locale":"de"},
                         "method":"BUTTON","at":"2026-11-20T10:00:00Z"}\
                        """)
                .answer()
                .is(200);
        assertThat(consents(YES).is(200).json().at("/consents")).hasSize(1);
        assertThat(consents(WITHDRAWN).is(200).json().at("/consents")).hasSize(2);
    }

    @Test
    void what_stands_now_has_the_same_version_when_it_is_asked_of_the_past() {
        says(
                """
                {"choice":"GRANTED","notice":{"id":"n","version":"1","locale":"de"},
                 "method":"BUTTON","at":"2026-11-20T10:00:30Z"}\
                """);
        var now = shop.get(ANN + "/consents").answer().is(200);
        assertThat(now.at("/consents/0/choice")).isEqualTo("WITHDRAWN");
        assertThat(consents(WITHDRAWN).is(200).header("ETag")).isEqualTo(now.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T10:01:11Z",
                "99999",
                "9999999999999999999",
                "-1",
                "",
                "yesterday",
                "2025-02-29T00:00:00Z"
            })
    void the_future_and_what_is_no_time_are_refused(String then) {
        consents(then).isProblem(400, "invalid");
        permission(then).isProblem(400, "invalid");
    }

    @Test
    void who_may_ask_now_may_ask_of_then_and_nobody_else() {
        shop.get(ANN + "/consents?asOf=" + YES).as("agent").answer().is(200);
        shop.get(ANN + "/consents?asOf=" + YES)
                .as("till:S1:T1")
                .answer()
                .isProblem(403, "not-permitted");
    }

    private void says(String word) {
        shop.put(ANN + "/consents/ANALYTICS", word).answer().is(200);
    }

    private OnlineShop.Answer consents(String then) {
        return shop.get(ANN + "/consents?asOf=" + then).answer();
    }

    private OnlineShop.Answer permission(String then) {
        return shop.get(ANN + "/permissions/ANALYTICS?asOf=" + then).answer();
    }
}
