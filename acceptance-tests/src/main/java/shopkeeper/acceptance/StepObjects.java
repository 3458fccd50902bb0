package shopkeeper.acceptance;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Makes step objects by their one constructor; within a scenario each type has one object. */
public final class StepObjects implements ObjectFactory {
    private final Map<Class<?>, Object> objects = new HashMap<>();

    @Override
    public boolean addClass(Class<?> stepType) {
        return true;
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        var known = objects.get(type);
        if (known != null) {
            return type.cast(known);
        }
        T made =
                type.cast(
                        type == Scene.class
                                ? Scene.next()
                                : make(type.getDeclaredConstructors()[0]));
        objects.put(type, made);
        return made;
    }

    @Override
    public void start() {
        objects.clear();
    }

    @Override
    public void stop() {
        if (objects.get(Scene.class) instanceof Scene scene) {
            scene.close();
        }
        objects.clear();
    }

    private Object make(Constructor<?> constructor) {
        try {
            return constructor.newInstance(
                    Arrays.stream(constructor.getParameterTypes())
                            .map(this::getInstance)
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + constructor, e);
        }
    }
}
