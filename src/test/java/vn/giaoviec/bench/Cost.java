package vn.giaoviec.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.ServerWork;

/**
 * What work cost: processor time of this JVM and of the database server, and what the server counted. The counts of the
 * account are exact; kinds of statements and redo are the whole server's, on which nobody else may work meanwhile.
 */
record Cost(double seconds, double jvmMillis, double serverMillis, Map<String, Long> counted) {
    /** A clock tick of /proc, in milliseconds, on every Linux we know. */
    private static final int TICK_MILLIS = 10;

    private static final Map<String, String> STATUS = Map.ofEntries(
            Map.entry("COM_SELECT", "select"),
            Map.entry("COM_INSERT", "insert"),
            Map.entry("COM_UPDATE", "update"),
            Map.entry("COM_DELETE", "delete"),
            Map.entry("COM_COMMIT", "commit"),
            Map.entry("COM_ROLLBACK", "rollback"),
            Map.entry("COM_SET_OPTION", "set"),
            Map.entry("INNODB_DEADLOCKS", "deadlocks"),
            Map.entry("INNODB_LSN_CURRENT", "redo"));

    private static final Set<String> NOT_STATEMENTS = Set.of("redo", "deadlocks");

    /** Work that may be interrupted or fail. */
    interface Work {
        void run() throws Exception;
    }

    static Cost of(String account, Work work) throws Exception {
        try (Connection root = MariaDbServer.root()) {
            ServerWork.startCounting(root);
            Map<String, Long> before = counted(root, account, false);
            double server = usedByServer();
            double jvm = usedByJvm();
            long began = System.nanoTime();
            work.run();
            double seconds = (System.nanoTime() - began) / 1e9;
            jvm = usedByJvm() - jvm;
            server = usedByServer() - server;
            Map<String, Long> after = counted(root, account, true);
            after.replaceAll((what, count) -> count - before.getOrDefault(what, 0L));
            return new Cost(seconds, jvm, server, after);
        }
    }

    double millis() {
        return jvmMillis + serverMillis;
    }

    long count(String what) {
        return counted.getOrDefault(what, 0L);
    }

    /** Each kind of statement for one of so many, in words. */
    String kinds(int many) {
        return counted.entrySet().stream()
                .filter(one -> STATUS.containsValue(one.getKey())
                        && !NOT_STATEMENTS.contains(one.getKey())
                        && one.getValue() > 0)
                .map(one -> "%s %.1f".formatted(one.getKey(), one.getValue() / (double) many))
                .collect(Collectors.joining(", "));
    }

    /** What is counted for the whole server is read inside of what is counted for the account. */
    private static Map<String, Long> counted(Connection root, String account, boolean after) throws SQLException {
        Map<String, Long> counted = new TreeMap<>();
        if (after) {
            status(root, counted);
        }
        ServerWork ofAccount = ServerWork.soFar(root, account);
        counted.put("statements", ofAccount.statements());
        counted.put("rows", ofAccount.inserted());
        if (!after) {
            status(root, counted);
        }
        return counted;
    }

    private static void status(Connection root, Map<String, Long> counted) throws SQLException {
        try (Statement statement = root.createStatement();
                ResultSet row = statement.executeQuery("show global status")) {
            while (row.next()) {
                String what = STATUS.get(row.getString(1).toUpperCase(Locale.ROOT));
                if (what != null) {
                    counted.put(what, row.getLong(2));
                }
            }
        }
    }

    private static double usedByJvm() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e6;
    }

    private static double usedByServer() {
        try {
            String line = Files.readString(Path.of("/proc/" + MariaDbServer.process() + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * (double) TICK_MILLIS;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
