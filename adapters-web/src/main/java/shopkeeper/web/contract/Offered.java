package shopkeeper.web.contract;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import shopkeeper.application.access.Scope;
import shopkeeper.web.repetition.Repeated.Way;
import shopkeeper.web.security.CallableBy;

/**
 * One operation as it really is, whatever anybody wrote about it.
 *
 * @param takes the content type of its body
 * @param query the names of its parameters
 * @param headers those that only this operation reads
 */
record Offered(
        String method,
        String path,
        Scope scope,
        Way way,
        Optional<MediaType> takes,
        List<String> query,
        List<String> headers) {
    static List<Offered> all(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Offered::path).thenComparing(Offered::method))
                .toList();
    }

    String name() {
        return method + " " + path;
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** The desk is for people; who says nothing of its callers has none. */
    private static Stream<Offered> of(RequestMappingInfo info, HandlerMethod handler) {
        var path = info.getPatternValues().iterator().next();
        var callable = handler.getMethodAnnotation(CallableBy.class);
        if (!path.startsWith("/v1/") || callable == null) {
            return Stream.empty();
        }
        return info.getMethodsCondition().getMethods().stream()
                .map(method ->
                        new Offered(
                                method.name(),
                                path,
                                callable.value(),
                                Way.of(method.name(), handler),
                                info.getConsumesCondition().getConsumableMediaTypes().stream()
                                        .findFirst(),
                                query(handler),
                                headers(handler)));
    }

    private static List<String> query(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> parameter.getParameter().getName())
                .toList();
    }

    private static List<String> headers(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .flatMap(parameter ->
                        Stream.ofNullable(parameter.getParameterAnnotation(RequestHeader.class)))
                .map(RequestHeader::name)
                .toList();
    }
}
