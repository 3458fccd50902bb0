package shopkeeper.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import shopkeeper.application.access.Scope;
import shopkeeper.web.kernel.Problem;

/** Lets a call through when the operation says who may, and the key is theirs. */
@Component
final class ScopeCheck implements HandlerInterceptor {
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod operation)) {
            throw Problem.notFound("There is nothing under this path.").asException();
        }
        var callable = operation.getMethodAnnotation(CallableBy.class);
        if (callable == null || !has(callable.value())) {
            throw Problem.of(
                            403,
                            "not-permitted",
                            "Not permitted",
                            "This key or token may not do that.")
                    .asException();
        }
        return true;
    }

    private static boolean has(Scope scope) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null
                && caller.isAuthenticated()
                && caller.getAuthorities().contains(new ScopeAuthority(scope));
    }
}
