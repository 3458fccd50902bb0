package shopkeeper.acceptance.documentation;

import java.util.Locale;

/** A page, from its head to its foot. */
final class Html {
    private Html() {}

    static String page(String title, String where, String body) {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s · Shopkeeper</title>
        <link rel="stylesheet" href="style.css">
        </head>
        <body>
        <a class="skip" href="#main">To the text</a>
        <header>
        <p class="house">Shopkeeper: what is promised, and what is kept</p>
        <nav aria-label="Pages">%s</nav>
        </header>
        <main id="main">
        %s
        </main>
        </body>
        </html>
        """
                .formatted(text(title), navigation(where), body);
    }

    /** Words as they are, whatever signs they hold. */
    static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A name for a link. */
    static String anchor(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    private static String navigation(String where) {
        var links = new StringBuilder();
        link(links, where, "index.html", "Features");
        link(links, where, "channels.html", "Scenarios and channels");
        link(links, where, "steps.html", "Step catalog");
        link(links, where, "screenshots.html", "Screenshots");
        return links.toString();
    }

    private static void link(StringBuilder links, String where, String page, String name) {
        links.append(
                "<a href=\"%s\"%s>%s</a> "
                        .formatted(page, where.equals(page) ? " aria-current=\"page\"" : "", name));
    }
}
