package vn.giaoviec.readiness;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/**
 * Tells Spring that the checks belong to making the database ready: they run behind the migrations, and whatever waits
 * for the migrations, the engine too, waits for them.
 */
class ChecksComeFirst extends AbstractBeansOfTypeDatabaseInitializerDetector {
    /** Behind the migrations, whose detector says 1. */
    private static final int BEHIND_MIGRATIONS = 100;

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(StartUpChecks.class);
    }

    @Override
    public int getOrder() {
        return BEHIND_MIGRATIONS;
    }
}
