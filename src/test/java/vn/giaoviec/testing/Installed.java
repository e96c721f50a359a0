package vn.giaoviec.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that the operating system has and the build cannot fetch. They are found by system property or on the path;
 * without one a test is skipped, and fails where {@code CI=true}.
 */
public final class Installed {
    private Installed() {}

    /** Where the first of these programs is; {@code property} says it otherwise. */
    public static Path program(String property, String... names) {
        String given = System.getProperty(property);
        if (given != null) {
            return Path.of(given);
        }
        Stream<Path> places = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(Path::of)
                .flatMap(folder -> Arrays.stream(names).map(folder::resolve));
        return places.filter(Files::isExecutable).findFirst().orElseGet(() -> {
            String missing = "install " + names[0] + ", or set " + property;
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(missing);
            }
            return Assumptions.abort(missing);
        });
    }
}
