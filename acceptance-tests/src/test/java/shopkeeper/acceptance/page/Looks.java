package shopkeeper.acceptance.page;

import com.microsoft.playwright.Page;
import java.util.List;

/** What can be measured of a page: contrast, sizes, width. */
final class Looks {
    /** WCAG 1.4.3: every text against what is painted behind it. */
    private static final String FAINT_TEXTS =
            """
            () => {
              const rgba = (text) => {
                const n = text.match(/[\\d.]+/g).map(Number);
                return [n[0], n[1], n[2], n.length > 3 ? n[3] : 1];
              };
              const over = (a, b) => [0, 1, 2].map(i => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
              const light = (c) => {
                const l = c.slice(0, 3).map(v => v / 255)
                  .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2];
              };
              const behind = (element) => {
                const layers = [];
                for (let e = element; e; e = e.parentElement) {
                  layers.push(rgba(getComputedStyle(e).backgroundColor));
                }
                return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
              };
              const faint = [];
              let looked = 0;
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const element = walker.currentNode.parentElement;
                if (!walker.currentNode.data.trim() || !element.checkVisibility()
                    || element.closest('.unseen') || element.closest('script')) {
                  continue;
                }
                looked++;
                const style = getComputedStyle(element);
                const paper = behind(element);
                const ink = over(rgba(style.color), paper);
                const [bright, dark] = [light(ink), light(paper)].sort((a, b) => b - a);
                const ratio = (bright + 0.05) / (dark + 0.05);
                const size = parseFloat(style.fontSize);
                const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
                if (ratio < (large ? 3 : 4.5)) {
                  faint.push(ratio.toFixed(2) + ' ' + walker.currentNode.data.trim());
                }
              }
              return looked < 5 ? ['hardly a text was looked at'] : faint;
            }
            """;

    /** What reaches beyond the card it stands on. */
    private static final String STICKING_OUT =
            """
            () => [...document.querySelectorAll('.card')].flatMap(card => {
              const edge = card.getBoundingClientRect().right + 0.5;
              return [...card.querySelectorAll('*')]
                .filter(e => e.checkVisibility() && !e.closest('.unseen') && !e.closest('pre'))
                .filter(e => e.getBoundingClientRect().right > edge)
                .map(e => e.tagName + ' ' + e.textContent.trim().slice(0, 40));
            })
            """;

    /** WCAG 2.5.8: what is pressed is at least 24 by 24 pixels. */
    private static final String SMALL_TARGETS =
            """
            () => [...document.querySelectorAll('a, button, input, select, summary')]
              .filter(e => e.checkVisibility() && !e.matches('.skip'))
              .map(e => [e, e.getBoundingClientRect()])
              .filter(([, box]) => box.width < 24 || box.height < 24)
              .map(([e, box]) => e.outerHTML.slice(0, 80) + ' ' + box.width + ' x ' + box.height)
            """;

    private static final String TOO_WIDE =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private Looks() {}

    static List<String> faintTexts(Page page) {
        return texts(page.evaluate(FAINT_TEXTS));
    }

    static List<String> smallTargets(Page page) {
        return texts(page.evaluate(SMALL_TARGETS));
    }

    /** By how many pixels it must be scrolled sideways. */
    static int overhang(Page page) {
        return ((Number) page.evaluate(TOO_WIDE)).intValue();
    }

    private static List<String> texts(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    @SuppressWarnings("unchecked")
    static List<String> stickingOut(Page page) {
        return (List<String>) page.evaluate(STICKING_OUT);
    }
}
