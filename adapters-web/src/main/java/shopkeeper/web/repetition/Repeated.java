package shopkeeper.web.repetition;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * How an operation can safely be asked for twice. Without it a POST needs a key, and any other
 * write takes one.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Repeated {
    Way value();

    /** The ways there are. */
    enum Way {
        /** Only under a key. */
        KEY_NEEDED,
        /** Under a key where one is given; else its parts, or its own nature, make it safe. */
        KEY_TAKEN,
        /** A stream of lines: the key, where one is given, names each of them. */
        LINE_BY_LINE,
        /** It changes nothing: a key has no meaning. */
        ASKED_AFRESH;

        /** What the operation says, else what its method means. */
        public static Way of(String method, HandlerMethod operation) {
            var said = operation.getMethodAnnotation(Repeated.class);
            if (said != null) {
                return said.value();
            }
            if (method.equals(HttpMethod.GET.name()) || method.equals(HttpMethod.HEAD.name())) {
                return ASKED_AFRESH;
            }
            return method.equals(HttpMethod.POST.name()) ? KEY_NEEDED : KEY_TAKEN;
        }
    }
}
