package shopkeeper.acceptance.specs;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import shopkeeper.acceptance.drivers.Way;
import shopkeeper.acceptance.specs.StepCatalog.Entry;

/**
 * The sentences of one step method. Of each keyword the first is the one we write; the others, and
 * those in other languages, are synonyms of it.
 */
record StepMethod(Method method) {
    private static final Map<String, String> KEYWORDS =
            Map.of(
                    "Angenommen", "Given",
                    "Wenn", "When",
                    "Dann", "Then");

    /**
     * @param location the class, method and parameters as Cucumber names them
     */
    static StepMethod at(String location) {
        var name = location.substring(0, location.indexOf('('));
        int dot = name.lastIndexOf('.');
        try {
            var type = Class.forName(name.substring(0, dot));
            return new StepMethod(
                    Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> method.getName().equals(name.substring(dot + 1)))
                            .filter(method -> steps(method).findAny().isPresent())
                            .filter(method -> signature(method).equals(location.substring(dot + 1)))
                            .findFirst()
                            .orElseThrow());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("there is no step at " + location, e);
        }
    }

    List<Entry> entries() {
        var canonical = new LinkedHashMap<String, String>();
        steps(method)
                .filter(step -> isEnglish(step))
                .forEach(step -> canonical.putIfAbsent(keyword(step), expression(step)));
        return steps(method).map(step -> entry(step, canonical)).toList();
    }

    private Entry entry(Annotation step, Map<String, String> canonical) {
        return new Entry(
                expression(step),
                keyword(step),
                canonical.getOrDefault(keyword(step), expression(step)),
                group(),
                new LinkedHashSet<>(),
                EnumSet.noneOf(Way.class));
    }

    private String group() {
        return method.getDeclaringClass().getSimpleName().replace("Steps", "");
    }

    private static boolean isEnglish(Annotation step) {
        return step.annotationType().getPackageName().endsWith(".en");
    }

    private static String keyword(Annotation step) {
        var name = step.annotationType().getSimpleName();
        return KEYWORDS.getOrDefault(name, name);
    }

    private static String signature(Method method) {
        return method.getName()
                + "("
                + String.join(
                        ",", Arrays.stream(method.getParameterTypes()).map(Class::getName).toList())
                + ")";
    }

    /** Repeated annotations come wrapped in one. */
    private static Stream<Annotation> steps(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                        value(annotation) instanceof Annotation[] several
                                ? Arrays.stream(several)
                                : Stream.of(annotation))
                .filter(annotation ->
                        annotation
                                .annotationType()
                                .getPackageName()
                                .startsWith("io.cucumber.java."));
    }

    private static String expression(Annotation step) {
        return String.valueOf(value(step));
    }

    private static Object value(Annotation annotation) {
        try {
            return annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (NoSuchMethodException _) {
            return "";
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + annotation, e);
        }
    }
}
