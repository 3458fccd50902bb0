package shopkeeper.web.desk;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;

/** The style and the scripts of the page, all of them ours to give. */
@Component
final class Assets {
    private static final String SCRIPT = "text/javascript;charset=utf-8";

    private final Asset style = Asset.of("desk.css", "text/css;charset=utf-8", "/desk/desk.css");
    private final Asset live = Asset.of("desk.js", SCRIPT, "/desk/desk.js");
    private final Asset htmx = Asset.of("htmx.js", SCRIPT, "/" + htmxInItsJar());

    Optional<Asset> find(String version, String name) {
        return List.of(style, live, htmx).stream()
                .filter(asset -> asset.name().equals(name) && asset.version().equals(version))
                .findFirst();
    }

    String style() {
        return style.path();
    }

    String live() {
        return live.path();
    }

    String htmx() {
        return htmx.path();
    }

    private static String htmxInItsJar() {
        return Optional.ofNullable(
                        new WebJarVersionLocator().fullPath("htmx.org", "dist/htmx.min.js"))
                .orElseThrow(
                        () -> new IllegalStateException("htmx is not on the class path: rebuild"));
    }
}
