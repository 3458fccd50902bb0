package shopkeeper.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where agents' browsers find the desk: behind a proxy that ends TLS a request does not tell, so
 * the operator says it.
 */
@Component
final class PublicAddress {
    private static final String ORIGIN =
            "https?://([a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?|\\[[0-9a-f:]{2,39}])(:[0-9]{1,5})?";

    private final String origin;

    /**
     * @param url SHOPKEEPER_PUBLIC_URL; empty: browsers ask this server itself
     */
    PublicAddress(@Value("${shopkeeper.public.url:}") String url) {
        origin = url.strip().replaceFirst("/$", "");
        if (!origin.isEmpty() && !origin.matches(ORIGIN)) {
            throw new IllegalArgumentException(
                    "SHOPKEEPER_PUBLIC_URL is scheme, host and port as a browser shows them, like"
                            + " https://desk.example, not '"
                            + url
                            + "'");
        }
    }

    /** Browsers say where a form was sent from; who says nothing is no browser. */
    boolean isWhereItCameFrom(HttpServletRequest request) {
        var ours =
                origin.isEmpty() ? request.getScheme() + "://" + request.getHeader("Host") : origin;
        return ours.equals(request.getHeader("Origin"));
    }

    /** Whether the cookie travels only where nobody reads along. */
    boolean isSecure(HttpServletRequest request) {
        return origin.isEmpty() ? request.isSecure() : origin.startsWith("https:");
    }
}
