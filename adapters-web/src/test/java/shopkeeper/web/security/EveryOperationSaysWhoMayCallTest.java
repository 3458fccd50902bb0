package shopkeeper.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import shopkeeper.application.access.Scope;
import shopkeeper.web.kernel.ProblemException;

class EveryOperationSaysWhoMayCallTest {
    /** Planted: an operation that forgot to say it. */
    static final class Forgetful {
        @GetMapping("/v1/secrets")
        String secrets() {
            return "";
        }
    }

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void every_operation_says_who_may_call_it() {
        var operations = operations().toList();
        assertThat(operations).hasSizeGreaterThan(20);
        assertThat(operations).filteredOn(operation -> !says(operation)).isEmpty();
    }

    @Test
    void one_that_forgot_is_found_and_nobody_may_call_it() throws NoSuchMethodException {
        var secrets = Forgetful.class.getDeclaredMethod("secrets");
        assertThat(isOperation(secrets)).isTrue();
        assertThat(says(secrets)).isFalse();
        var admin =
                new TestingAuthenticationToken(
                        "admin",
                        "",
                        Arrays.stream(Scope.values()).map(ScopeAuthority::new).toList());
        SecurityContextHolder.getContext().setAuthentication(admin);
        var handler = new HandlerMethod(new Forgetful(), secrets);
        assertThatThrownBy(() ->
                        new ScopeCheck()
                                .preHandle(
                                        new MockHttpServletRequest(),
                                        new MockHttpServletResponse(),
                                        handler))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().status()).isEqualTo(403));
    }

    private static boolean says(Method operation) {
        return operation.isAnnotationPresent(CallableBy.class);
    }

    private static boolean isOperation(Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class);
    }

    private static Stream<Method> operations() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scan.findCandidateComponents("shopkeeper.web").stream()
                .map(found ->
                        ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(controller -> List.of(controller.getDeclaredMethods()).stream())
                .filter(EveryOperationSaysWhoMayCallTest::isOperation);
    }
}
