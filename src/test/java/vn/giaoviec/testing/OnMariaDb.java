package vn.giaoviec.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** About what only a MariaDB server does: its locks, its settings, its wire. Run in the suite's second run only. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@Tag("mariadb")
public @interface OnMariaDb {}
