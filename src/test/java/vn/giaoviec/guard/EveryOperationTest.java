package vn.giaoviec.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.TasklistClient;

/**
 * Every operation of the engine's interface, read from its own annotations, called as an officer: what is not named in
 * {@link EngineOperations} does not answer.
 */
@EngineTest
class EveryOperationTest {
    /** What the engine declares in 7.24.0, by its own annotations. */
    private static final int DECLARED = 377;

    private static final String ID = "0a1b2c3d-0000-11ee-8000-0a1b2c3d4e5f";
    private static final Map<Class<?>, String> APPLICATIONS = Map.of(
            EngineRestApplication.class, "/engine",
            CockpitApplication.class, "/cockpit",
            TasklistApplication.class, "/tasklist",
            AdminApplication.class, "/admin",
            WelcomeApplication.class, "/welcome");

    @LocalServerPort
    int port;

    @Test
    void onlyTheNamedOperationsAnswer() throws Exception {
        Set<Call> calls = new TreeSet<>();
        for (var application : APPLICATIONS.entrySet()) {
            Set<Class<?>> roots = ((jakarta.ws.rs.core.Application)
                            application.getKey().getConstructor().newInstance())
                    .getClasses();
            for (Class<?> root : roots) {
                collect(root, EngineOperations.PREFIX + application.getValue(), 0, calls);
            }
        }
        assertThat(calls.stream().filter(call -> call.path.contains("/engine/engine/default/")))
                .as("operations found by walking the engine's resources")
                .hasSizeGreaterThanOrEqualTo(DECLARED);

        TasklistClient officer = TasklistClient.signIn(port, "officer1.stttt");
        List<String> answered = new ArrayList<>();
        for (Call call : calls) {
            int status = officer.engine(call.method, call.path, "{}").statusCode();
            if (status != 403 && !named(call)) {
                answered.add(call + " → " + status);
            }
        }
        assertThat(answered).isEmpty();
    }

    private static boolean named(Call call) {
        return EngineOperations.all().stream()
                .filter(operation ->
                        operation.groups().isEmpty() && operation.method().equals(call.method))
                .anyMatch(operation -> PathPatternParser.defaultInstance
                        .parse(operation.path())
                        .matches(PathContainer.parsePath(call.path)));
    }

    /** A class's operations, and those of the resources it hands out. */
    private static void collect(Class<?> resource, String prefix, int depth, Set<Call> calls) {
        String base = prefix + text(path(resource));
        for (Method method : resource.getMethods()) {
            String below = path(method);
            String verb = verb(method);
            if (verb != null) {
                calls.add(new Call(verb, filledIn(base + text(below))));
            } else if (below != null && depth < 5 && method.getReturnType() != Object.class) {
                collect(method.getReturnType(), base + text(below), depth + 1, calls);
            }
        }
    }

    private static @Nullable String path(Class<?> type) {
        return hierarchy(type)
                .map(one -> one.getAnnotation(Path.class))
                .flatMap(Stream::ofNullable)
                .map(Path::value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String path(Method method) {
        return declarations(method)
                .map(one -> one.getAnnotation(Path.class))
                .flatMap(Stream::ofNullable)
                .map(Path::value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String verb(Method method) {
        return declarations(method)
                .flatMap(one -> Arrays.stream(one.getAnnotations()))
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    /** The method as its class, its superclasses and its interfaces declare it: annotations stand on the interface. */
    private static Stream<Method> declarations(Method method) {
        return hierarchy(method.getDeclaringClass()).flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                .filter(one -> one.getName().equals(method.getName())
                        && Arrays.equals(one.getParameterTypes(), method.getParameterTypes())));
    }

    private static Stream<Class<?>> hierarchy(@Nullable Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(type),
                        Stream.concat(
                                hierarchy(type.getSuperclass()),
                                Arrays.stream(type.getInterfaces()).flatMap(EveryOperationTest::hierarchy)));
    }

    private static String text(@Nullable String path) {
        if (path == null || path.isEmpty() || path.equals("/")) {
            return "";
        }
        return path.startsWith("/") ? path : "/" + path;
    }

    private static String filledIn(String path) {
        return path.replaceAll("//+", "/")
                .replaceAll("\\{(name|engineName|engine)[^}]*}", "default")
                .replaceFirst("/engine/engine/\\{[^}]*}", "/engine/engine/default")
                .replaceAll("\\{[^}]*}", ID);
    }

    private record Call(String method, String path) implements Comparable<Call> {
        @Override
        public int compareTo(Call other) {
            return toString().compareTo(other.toString());
        }
    }
}
