package vn.giaoviec.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context its own empty database: H2 in memory, or a real MariaDB in the suite's second run. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Whether this run of the suite is the one on MariaDB. */
    public static boolean isMariaDb() {
        return "mariadb".equals(System.getProperty("giaoviec.test.database"));
    }

    /** A way into the application's database for somebody who may change every table. */
    public static Connection forger(DataSource database) throws SQLException {
        if (!isMariaDb()) {
            return database.getConnection();
        }
        try (Connection application = database.getConnection()) {
            Connection root =
                    DriverManager.getConnection(MariaDbServer.usual().url(application.getCatalog()), "root", "");
            root.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return root;
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = "giaoviec" + COUNT.incrementAndGet();
        String run = (isMariaDb() ? "mariadb" : "h2") + ProcessHandle.current().pid();
        TestPropertyValues.of(
                        "giaoviec.audit.folder=target/audit/" + run + "/" + name,
                        // whatever the hour of the run
                        "giaoviec.audit.check-at=-")
                .applyTo(context);
        if (isMariaDb()) {
            context.getEnvironment().addActiveProfile("mariadb");
            Map<String, String> reach = MariaDbServer.freshDatabase(name);
            // the profile's own placeholders, so that its file is what is tested
            TestPropertyValues.of(reach).applyTo(context);
            TestPropertyValues.of(
                            "spring.datasource.url=" + reach.get("GIAOVIEC_DATABASE_URL"),
                            "spring.datasource.username=" + reach.get("GIAOVIEC_DATABASE_USER"),
                            "spring.datasource.password=" + reach.get("GIAOVIEC_DATABASE_PASSWORD"),
                            "spring.flyway.user=" + reach.get("GIAOVIEC_DATABASE_OWNER"),
                            "spring.flyway.password=" + reach.get("GIAOVIEC_DATABASE_OWNER_PASSWORD"),
                            "spring.datasource.hikari.data-source-properties.useServerPrepStmts=true",
                            "camunda.bpm.database.type=mysql")
                    .applyTo(context);
        } else {
            TestPropertyValues.of("spring.datasource.url=jdbc:h2:mem:" + name.toLowerCase(Locale.ROOT)
                            + ";MODE=MariaDB;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1")
                    .applyTo(context);
        }
    }
}
