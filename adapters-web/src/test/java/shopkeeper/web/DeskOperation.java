package shopkeeper.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import shopkeeper.application.access.Scope;
import shopkeeper.web.security.CallableBy;

/**
 * One operation for people, as Spring knows it.
 *
 * @param scope empty where it is open to anybody
 */
record DeskOperation(String method, String path, Optional<Scope> scope) {
    static List<DeskOperation> all(OnlineShop shop) {
        return shop.the(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getValue()
                                .getBeanType()
                                .getPackageName()
                                .equals("shopkeeper.web.desk"))
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparing(DeskOperation::path)
                                .thenComparing(DeskOperation::method))
                .toList();
    }

    private static DeskOperation of(RequestMappingInfo info, HandlerMethod handler) {
        return new DeskOperation(
                info.getMethodsCondition().getMethods().iterator().next().name(),
                info.getPatternValues().iterator().next(),
                Optional.ofNullable(handler.getMethodAnnotation(CallableBy.class))
                        .map(CallableBy::value));
    }

    String name() {
        return method + " " + path;
    }

    boolean isOpen() {
        return scope.isEmpty();
    }

    boolean changes() {
        return method.equals("POST");
    }
}
