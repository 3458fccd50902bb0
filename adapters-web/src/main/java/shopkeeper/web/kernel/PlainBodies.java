package shopkeeper.web.kernel;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Bodies come as they are: nothing is unpacked here, so nothing can burst. */
@Component
final class PlainBodies implements HandlerInterceptor {
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw Problem.of(
                            415,
                            "unsupported-content",
                            "Compressed bodies are not taken",
                            "Send the body without Content-Encoding.")
                    .asException();
        }
        return true;
    }
}
