package vn.giaoviec.workflow.engine;

import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables with the engine's own scripts, under the migration's lock: several nodes that start at
 * once on an empty database make one schema. On MariaDB these are the MySQL scripts, the nearest the engine ships.
 */
@Component
class V0001__engine extends BaseJavaMigration {
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        String product = context.getConnection().getMetaData().getDatabaseProductName();
        String scripts = product.toLowerCase(Locale.ROOT).contains("h2") ? "h2" : "mysql";
        ResourceDatabasePopulator populator = new ResourceDatabasePopulator();
        PARTS.forEach(part -> populator.addScript(new ClassPathResource(
                "org/camunda/bpm/engine/db/create/activiti." + scripts + ".create." + part + ".sql")));
        populator.populate(context.getConnection());
    }
}
