package vn.giaoviec.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the processor's time in this JVM goes while a side works, as the virtual machine samples it: of all rounds in
 * {@code target/bench/profile-<side>.txt}, and whole the last one in {@code .jfr} beside it. Asked for with
 * {@code -Dgiaoviec.bench.profile=true}; what is measured meanwhile is a little slower.
 */
final class Profile {
    private static final Path FOLDER = Path.of("target/bench");
    private static final int SHOWN = 40;
    private static final int PARTS_OF_A_PACKAGE = 3;

    private static final Map<String, Profile> SIDES = new TreeMap<>();

    private final Map<String, Integer> frames = new TreeMap<>();
    private final Map<String, Integer> packages = new TreeMap<>();
    private final Map<String, Integer> ours = new TreeMap<>();
    private int samples;

    private Profile() {}

    static boolean isWanted() {
        return Boolean.getBoolean("giaoviec.bench.profile");
    }

    /** Does the work, and adds what was sampled meanwhile to the side's profile. */
    static void of(String side, Cost.Work work) throws Exception {
        Path file = FOLDER.resolve("profile-" + side + ".jfr");
        Files.createDirectories(FOLDER);
        try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        Profile profile = SIDES.computeIfAbsent(side, any -> new Profile());
        try (RecordingFile recorded = new RecordingFile(file)) {
            while (recorded.hasMoreEvents()) {
                profile.add(recorded.readEvent());
            }
        }
        profile.write(side);
    }

    private void add(RecordedEvent event) {
        if (!event.getEventType().getName().equals("jdk.ExecutionSample") || event.getStackTrace() == null) {
            return;
        }
        List<RecordedFrame> stack = event.getStackTrace().getFrames().stream()
                .filter(RecordedFrame::isJavaFrame)
                .toList();
        if (!stack.isEmpty()) {
            samples++;
            frames.merge(name(stack.get(0)), 1, Integer::sum);
            packages.merge(packageOf(stack.get(0)), 1, Integer::sum);
            ours.merge(nearest(stack, "vn.giaoviec."), 1, Integer::sum);
        }
    }

    /** Who of that package, nearest to where the time went, had it spent. */
    private static String nearest(List<RecordedFrame> stack, String inPackage) {
        return stack.stream()
                .map(Profile::name)
                .filter(name -> name.startsWith(inPackage))
                .findFirst()
                .orElse("(nobody)");
    }

    private static String name(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        return method.getType().getName() + "." + method.getName();
    }

    private static String packageOf(RecordedFrame frame) {
        String[] parts = frame.getMethod().getType().getName().split("\\.");
        return String.join(".", List.of(parts).subList(0, Math.min(PARTS_OF_A_PACKAGE, parts.length - 1)));
    }

    private void write(String side) {
        String text = "%d samples, every 10 ms of each working thread%n".formatted(samples)
                + table("by package", packages)
                + table("by the nearest of our own methods", ours)
                + table("by method", frames);
        try {
            Files.writeString(FOLDER.resolve("profile-" + side + ".txt"), text, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String table(String title, Map<String, Integer> counted) {
        Function<Map.Entry<String, Integer>, String> line =
                one -> String.format(Locale.ROOT, "%5.1f %%  %s%n", 100.0 * one.getValue() / samples, one.getKey());
        StringBuilder text = new StringBuilder("\n== ").append(title).append('\n');
        counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(SHOWN)
                .map(line)
                .forEach(text::append);
        return text.toString();
    }
}
