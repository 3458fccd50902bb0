package shopkeeper.web.decision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import shopkeeper.web.kernel.Problem;

/**
 * Keeps the number of decisions in progress below what makes all of them slow: who finds no place
 * for a moment is sent away, while consents, facts and health are taken as ever.
 */
@Configuration(proxyBeanMethods = false)
class DecisionsAtOnce implements HandlerInterceptor, WebMvcConfigurer {
    private static final String HERE = DecisionsAtOnce.class.getName();
    private static final long PATIENCE_MS = 200;

    private final Semaphore places;

    /**
     * @param places SHOPKEEPER_DECISIONS_AT_ONCE
     */
    DecisionsAtOnce(@Value("${shopkeeper.decisions.at.once:64}") int places) {
        this.places = new Semaphore(places);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/v1/decisions").order(5);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (!request.getMethod().equals(HttpMethod.POST.name())) {
            return true;
        }
        if (!places.tryAcquire() && !places.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
            throw Problem.of(
                            503,
                            "overloaded",
                            "Too many ask at once",
                            "Show what anybody sees, and ask again in a second.")
                    .retriedAfter(1)
                    .asException();
        }
        request.setAttribute(HERE, true);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        if (request.getAttribute(HERE) != null) {
            request.removeAttribute(HERE);
            places.release();
        }
    }
}
