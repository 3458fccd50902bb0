package shopkeeper.acceptance.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page as an agent uses it: by what it says and what is labelled how. */
final class Desk implements AutoCloseable {
    private final URI shop;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Desk(Browser browser, URI shop, NewContextOptions how) {
        this.shop = shop;
        this.context = browser.newContext(how);
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("422")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** What the browser complained about, such as a script that was not let run. */
    List<String> complaints() {
        return complaints;
    }

    Desk comes() {
        page.navigate(shop.toString());
        return this;
    }

    Desk signsIn(String key) {
        page.getByLabel("Key").fill(key);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
        return this;
    }

    Desk finds(String knownBy, String value) {
        page.getByLabel("Known by").selectOption(knownBy);
        page.getByLabel("Number, address or id").fill(value);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find").setExact(true))
                .click();
        return this;
    }

    /** The page hears of what happens from now on. */
    Desk listens() {
        page.waitForSelector("#customer[data-listening=true]");
        return this;
    }

    /** Goes on with the Tab key until the focus is there. */
    Desk tabsTo(String id) {
        for (int i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            if (id.equals(page.evaluate("document.activeElement.id"))) {
                return this;
            }
        }
        throw new AssertionError("the Tab key does not lead to " + id);
    }

    String text(String selector) {
        return page.locator(selector).innerText();
    }

    Locator card(String title) {
        return page.locator(".card:has(h2:text-is(\"%s\"))".formatted(title));
    }

    void photographed(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
