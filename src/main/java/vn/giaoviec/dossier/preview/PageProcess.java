package vn.giaoviec.dossier.preview;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import vn.giaoviec.dossier.DrawPageCommand;

/**
 * Has a page drawn by a process of its own, which has little memory and little time: a PDF that was made to exhaust whoever
 * opens it exhausts that process. Only so many run at once.
 */
@Component
class PageProcess {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int AT_ONCE = 2;
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Duration longest;

    @Autowired
    PageProcess() {
        this(LONGEST);
    }

    PageProcess(Duration longest) {
        this.longest = longest;
    }

    /**
     * Draws a page.
     *
     * @param number counted from 1
     * @return empty if there is no such page, or it cannot be drawn within the bounds
     */
    Optional<DrawnPage> draw(Content content, int number) throws IOException {
        Path folder = Files.createTempDirectory("preview");
        try {
            Path file = folder.resolve("in.pdf");
            Path drawn = folder.resolve("out");
            try (var out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
            if (!runs(command(file, number, drawn))) {
                return Optional.empty();
            }
            try (DataInputStream in = new DataInputStream(Files.newInputStream(drawn))) {
                return Optional.of(new DrawnPage(in.readInt(), in.readAllBytes()));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private boolean runs(List<String> command) throws IOException {
        boolean placed = false;
        try {
            placed = places.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (!placed) {
                return false;
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            // secrets come to us by the environment
            builder.environment().clear();
            Process process = builder.start();
            try {
                return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
            } finally {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            if (placed) {
                places.release();
            }
        }
    }

    /** The same program as this one, packed or not. */
    private static List<String> command(Path file, int number, Path drawn) {
        boolean packed = ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null;
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path")),
                        Stream.concat(
                                packed ? Stream.of(LAUNCHER, "draw-page") : Stream.of(DrawPageCommand.class.getName()),
                                Stream.of(file.toString(), String.valueOf(number), drawn.toString())))
                .toList();
    }

    /** Where the bytes of a file come from. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
