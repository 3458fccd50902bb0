package shopkeeper.web.kernel;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import shopkeeper.domain.kernel.Position;

/** Whoever changed something is told its new version, and can change it again without a look. */
@RestControllerAdvice
final class VersionOfWritten implements ResponseBodyAdvice<Written> {
    @Override
    public boolean supports(
            MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return answer.getParameterType() == Written.class;
    }

    @Override
    public @Nullable Written beforeBodyWrite(
            @Nullable Written written,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (written != null
                && written.outcome().equals("accepted")
                && request.getMethod().equals(HttpMethod.PUT)) {
            response.getHeaders()
                    .setETag('"' + Versions.text(new Position(written.position())) + '"');
        }
        return written;
    }
}
