package shopkeeper.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskPageTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    private static Chromium chromium;
    private static SmallShop shop;

    private Desk desk;
    private SmallShop.Somebody ann;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        shop = SmallShop.open(data);
    }

    @AfterAll
    static void close() {
        if (shop != null) {
            shop.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void come() {
        ann = shop.somebodyNew();
        desk = at(1280, 900, ColorScheme.LIGHT).comes();
    }

    @AfterEach
    void go() {
        assertThat(desk.complaints()).isEmpty();
        desk.close();
    }

    private Desk at(int width, int height, ColorScheme scheme) {
        return new Desk(
                chromium.browser(),
                shop.http(),
                new NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("en-GB"));
    }

    private Desk sees(SmallShop.Somebody somebody) {
        return desk.signsIn(shop.key("agent:agent-7")).finds("loyalty", somebody.card()).listens();
    }

    @Test
    void a_wrong_key_opens_nothing_and_says_so_beside_the_field() {
        desk.signsIn("not-a-key");
        var key = desk.page().getByLabel("Key");
        assertThat(key).hasAttribute("aria-invalid", "true");
        assertThat(key).hasAccessibleDescription("No agent and no administrator has this key.");
        desk.signsIn(shop.key("web"));
        assertThat(desk.text("#key-error")).isNotBlank();
    }

    @Test
    void an_agent_finds_a_customer_and_no_address_names_a_person() {
        sees(ann);
        assertThat(desk.page()).hasURL(Pattern.compile(".*/\\?customer=c-[-0-9a-f]+"));
        assertThat(desk.text("#who")).contains(ann.id());
        assertThat(desk.text("#identifiers")).contains("a…@e…").doesNotContain(ann.mail());
        desk.page().locator("#reveal").click();
        assertThat(desk.page().locator("#identifiers")).containsText(ann.mail());
        assertThat(desk.page().url()).doesNotContain(ann.mail()).doesNotContain(ann.card());
    }

    @Test
    void whom_nobody_knows_is_not_found_and_that_is_said_beside_the_field() {
        desk.signsIn(shop.key("agent")).finds("email", "nobody@example.org");
        assertThat(desk.page().getByLabel("Number, address or id"))
                .hasAccessibleDescription("Nobody is known by this.");
    }

    @Test
    void who_signs_out_is_out() {
        sees(ann);
        var address = desk.page().url();
        desk.page().getByText("Sign out").click();
        assertThat(desk.page().getByLabel("Key")).isVisible();
        desk.page().navigate(address);
        assertThat(desk.page().getByLabel("Key")).isVisible();
        assertThat(desk.context().cookies())
                .noneMatch(cookie -> cookie.name.equals("shopkeeper-desk"));
        // A part of the page that was just looking again is turned away, and the browser says so.
        desk.complaints().removeIf(complaint -> complaint.contains("status of 401"));
    }

    @Test
    void a_session_is_kept_in_a_cookie_that_no_script_reads() {
        sees(ann);
        assertThat(desk.context().cookies())
                .singleElement()
                .satisfies(cookie -> {
                    assertThat(cookie.httpOnly).isTrue();
                    assertThat(cookie.sameSite.name()).isEqualTo("STRICT");
                });
        assertThat(desk.page().evaluate("document.cookie + localStorage.length")).isEqualTo("0");
    }

    @Test
    void a_receipt_at_the_till_changes_timeline_and_decision_while_one_looks() {
        shop.allowsSuggestions(ann);
        sees(ann);
        assertThat(desk.page().locator("#decision")).containsText("What is popular");
        desk.photographed("desk-before-the-receipt");

        shop.buysAtTheTill(ann, "HON-1");

        assertThat(desk.page().locator("#news")).containsText("in store, till: Bought 1 thing");
        // What the desk asks thereupon is fresher than the receipt as soon as it stands there too.
        assertThat(
                        desk.page()
                                .locator("#timeline li")
                                .filter(new Locator.FilterOptions().setHasText("Bought 1 thing")))
                .hasCount(1);
        assertThat(desk.page().locator("#timeline .fresh").first()).isVisible();
        assertThat(desk.page().locator("#decision")).containsText("Personal");
        assertThat(desk.page().locator("#decision .fresh").first()).containsText("Heather honey");
        assertThat(desk.page().locator("#decision .mark").first())
                .containsText("changed, was: what is popular");
        desk.photographed("desk-after-the-receipt");
    }

    @Test
    void what_the_web_said_last_is_shown_as_soon_as_it_is_said() {
        shop.allowsSuggestions(ann);
        shop.buysAtTheTill(ann, "HON-1");
        sees(ann);
        assertThat(desk.text("#answers")).contains("online has not been asked yet");

        shop.asksOnTheWeb(ann);

        assertThat(desk.page().locator("#answers li").first()).containsText("Personal");
        assertThat(desk.page().locator("#answers li").first()).containsText("Heather honey");
    }

    @Test
    void what_came_back_is_told_while_one_looks() {
        shop.allowsSuggestions(ann);
        sees(ann);
        shop.asksOnTheWeb(ann);
        assertThat(desk.page().locator("#came-back")).hasCount(0);

        shop.buysAndBringsBack(ann, "HON-1", "too small");

        assertThat(desk.page().locator("#came-back"))
                .containsText("Heather honey returned: too small");
        assertThat(desk.page().locator("#answers li").first())
                .containsText("Came back Heather honey: returned: too small");
        assertThat(Looks.faintTexts(desk.page())).isEmpty();
        assertThat(violations()).isEmpty();
        desk.photographed("desk-what-came-back");
    }

    @ParameterizedTest
    @CsvSource({"320,LIGHT", "320,DARK", "1280,LIGHT", "1280,DARK"})
    void how_good_the_suggestions_were_can_be_read_at_any_width(int width, ColorScheme scheme) {
        desk.close();
        desk = at(width, 900, scheme).comes();
        shop.looksOnTheWeb(ann);
        sees(ann);
        desk.page().navigate(shop.http().resolve("/desk/model-quality").toString());
        assertThat(desk.page().locator(".plot").first()).containsText("Everything");
        assertThat(desk.card("Clicks"))
                .containsText(Pattern.compile("Placement[\\s\\S]* % of [0-9]+"));
        assertThat(desk.card("Words"))
                .containsText(
                        Pattern.compile(
                                "Source[\\s\\S]*0 helpful, 0 not, [1-9][0-9]* hidden, 0 undone"));
        assertThat(Looks.overhang(desk.page())).isZero();
        assertThat(Looks.stickingOut(desk.page())).isEmpty();
        assertThat(Looks.faintTexts(desk.page())).isEmpty();
        assertThat(violations()).isEmpty();
        desk.photographed("quality-%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void consent_is_withdrawn_with_the_keyboard_alone() {
        shop.allowsSuggestions(ann);
        sees(ann);
        var keys = desk.page().keyboard();

        desk.tabsTo("call");
        keys.type("call-4711");
        desk.tabsTo("withdraw-CONTENT_PERSONALIZATION");
        assertThat(desk.page().evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        keys.press("Enter");

        var row = desk.page().locator("#matrix tr").nth(1);
        assertThat(row).containsText("Withdrawn");
        assertThat(row).containsText("heard by agent agent-7 in call call-4711");
        assertThat(desk.page().locator("#withheld")).containsText("WITHDRAWN");
        assertThat(desk.page().locator("#consents .done")).containsText("It counts from now on");
        assertThat(shop.permission(ann)).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_yes_on_the_phone_needs_call_and_notice() {
        sees(ann);
        desk.page().locator("#grant-CONTENT_PERSONALIZATION").click();
        assertThat(desk.page().getByLabel("Call or chat id")).isFocused();
        assertThat(desk.page().getByLabel("Call or chat id"))
                .hasAccessibleDescription("Enter the id of the call or chat: no blanks.");
        assertThat(desk.page().locator("#notice-error")).containsText("needs the notice");
        assertThat(shop.permission(ann)).isEqualTo("NO_DECISION");

        desk.page().getByLabel("Call or chat id").fill("call-1");
        desk.page()
                .getByLabel("Notice", new Page.GetByLabelOptions().setExact(true))
                .fill("privacy");
        desk.page().getByLabel("Version").fill("3");
        desk.page().getByLabel("Language").fill("en-GB");
        desk.page().locator("#grant-CONTENT_PERSONALIZATION").click();

        assertThat(desk.page().locator("#matrix tr").nth(1)).containsText("Allowed");
        assertThat(desk.page().locator("#decision"))
                .containsText("heard by agent agent-7 in call call-1");
        assertThat(shop.permission(ann)).isEqualTo("yes");
    }

    @Test
    void the_enter_key_in_a_field_records_nothing() {
        shop.allowsSuggestions(ann);
        sees(ann);
        desk.page().getByLabel("Call or chat id").fill("call-1");
        desk.page().keyboard().press("Enter");
        desk.page().reload();
        assertThat(desk.page().locator("#matrix tr").nth(1)).containsText("Allowed");
        assertThat(shop.permission(ann)).isEqualTo("yes");
    }

    @Test
    void at_320_pixels_nothing_is_scrolled_sideways() {
        desk.close();
        desk = at(320, 800, ColorScheme.LIGHT).comes();
        assertThat(Looks.overhang(desk.page())).isZero();
        shop.allowsSuggestions(ann);
        shop.buysAtTheTill(ann, "HON-1");
        sees(ann);
        assertThat(Looks.overhang(desk.page())).isZero();
        assertThat(Looks.smallTargets(desk.page())).isEmpty();
        desk.photographed("desk-at-320-pixels");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 641, 961, 1201, 1280})
    void at_any_width_everything_stays_on_its_card(int width) {
        desk.close();
        desk = at(width, 900, ColorScheme.LIGHT).comes();
        shop.allowsSuggestions(ann);
        sees(ann);
        assertThat(Looks.stickingOut(desk.page())).isEmpty();
        desk.page().evaluate("document.querySelector('#matrix').style.width = '200%'");
        assertThat(Looks.stickingOut(desk.page())).as("a planted one is found").isNotEmpty();
    }

    @Test
    void at_twice_the_size_nothing_is_scrolled_sideways() {
        desk.close();
        desk = at(640, 450, ColorScheme.LIGHT).comes();
        sees(ann);
        desk.page().evaluate("document.documentElement.style.fontSize = '200%'");
        assertThat(Looks.overhang(desk.page())).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_text_stands_out_from_what_is_behind_it(ColorScheme scheme) {
        desk.close();
        desk = at(1280, 900, scheme).comes();
        assertThat(Looks.faintTexts(desk.page())).isEmpty();
        shop.allowsSuggestions(ann);
        sees(ann);
        shop.buysAtTheTill(ann, "HON-1");
        assertThat(desk.page().locator("#decision .fresh").first()).isVisible();
        assertThat(Looks.faintTexts(desk.page())).isEmpty();
        assertThat(Looks.smallTargets(desk.page())).isEmpty();
        assertThat(violations()).isEmpty();
        desk.photographed("desk-" + scheme.name().toLowerCase(Locale.ROOT));

        desk.page().evaluate("document.querySelector('#who').style.color = 'gray'");
        desk.page().evaluate("document.querySelector('#who').style.background = 'silver'");
        assertThat(Looks.faintTexts(desk.page())).as("a planted one is found").isNotEmpty();
    }

    @Test
    void the_pages_before_a_customer_keep_the_rules_of_wcag_too() {
        assertThat(violations()).isEmpty();
        desk.photographed("desk-sign-in");
        desk.signsIn("wrong");
        assertThat(violations()).isEmpty();
        desk.signsIn(shop.key("admin"));
        assertThat(violations()).isEmpty();
        assertThat(Looks.faintTexts(desk.page())).isEmpty();
    }

    /** As axe-core finds them, up to WCAG 2.2 AA. */
    private List<String> violations() {
        return new AxeBuilder(desk.page())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
    }
}
