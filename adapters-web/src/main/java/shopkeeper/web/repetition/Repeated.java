package shopkeeper.web.repetition;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

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
        ASKED_AFRESH
    }
}
