package vn.giaoviec.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.giaoviec.testing.MariaDbServer;

/** On what the figures were measured. */
final class Machine {
    private static final Path SYSTEM = Path.of("/etc/os-release");

    private Machine() {}

    static Map<String, Object> facts() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("memory GiB", Math.round(system.getTotalMemorySize() / (double) (1L << 30)));
        facts.put("system", operatingSystem());
        facts.put("JVM", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("MariaDB", mariaDb());
        facts.put("commit", commit());
        facts.put("load at the end", system.getSystemLoadAverage());
        return facts;
    }

    private static String operatingSystem() {
        try {
            if (Files.isReadable(SYSTEM)) {
                return Files.readAllLines(SYSTEM).stream()
                        .filter(line -> line.startsWith("PRETTY_NAME="))
                        .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                        .findFirst()
                        .orElse(System.getProperty("os.name"));
            }
        } catch (IOException unreadable) {
            // the name without its version then
        }
        return System.getProperty("os.name");
    }

    private static String mariaDb() {
        try (Connection root = MariaDbServer.root();
                Statement statement = root.createStatement();
                ResultSet row = statement.executeQuery("select version()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException unknown) {
            return "unknown";
        }
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0 ? said : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
