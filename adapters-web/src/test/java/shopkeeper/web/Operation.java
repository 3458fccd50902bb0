package shopkeeper.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.NameValueExpression;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import shopkeeper.application.access.Scope;
import shopkeeper.web.security.CallableBy;

/** One operation, as Spring knows it. */
record Operation(
        String method,
        String path,
        boolean json,
        boolean lines,
        Set<String> forbidden,
        HandlerMethod handler) {
    static List<Operation> all(OnlineShop shop) {
        return shop.the(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(entry -> isOurs(entry.getValue()))
                .filter(entry -> isForPrograms(entry.getKey()))
                .flatMap(entry ->
                        entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> of(method.name(), entry.getKey(), entry.getValue())))
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                .toList();
    }

    /** The desk is for people: it asks for a session, and its own tests try it. */
    private static boolean isForPrograms(RequestMappingInfo info) {
        return info.getPatternValues().iterator().next().startsWith("/v1/");
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("shopkeeper.");
    }

    private static Operation of(String method, RequestMappingInfo info, HandlerMethod handler) {
        var taken = info.getConsumesCondition().getConsumableMediaTypes();
        return new Operation(
                method,
                info.getPatternValues().iterator().next(),
                taken.contains(MediaType.APPLICATION_JSON),
                taken.contains(MediaType.APPLICATION_NDJSON),
                info.getParamsCondition().getExpressions().stream()
                        .filter(NameValueExpression::isNegated)
                        .map(NameValueExpression::getName)
                        .collect(Collectors.toSet()),
                handler);
    }

    String name() {
        return method + " " + path;
    }

    Scope scope() {
        return Objects.requireNonNull(handler.getMethodAnnotation(CallableBy.class)).value();
    }

    boolean takesParameter(String name) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter ->
                        parameter.hasParameterAnnotation(RequestParam.class)
                                && name.equals(parameter.getParameter().getName()));
    }

    /** One that is refused rather than passed over. */
    boolean forbidsParameter(String name) {
        return forbidden.contains(name);
    }

    /** Segment calls are read leniently: shops send much that we have no use for. */
    boolean isLenient() {
        return scope() == Scope.COLLECT;
    }
}
