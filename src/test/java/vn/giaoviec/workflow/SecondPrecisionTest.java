package vn.giaoviec.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.OnMariaDb;

/** On MariaDB the engine keeps whole seconds: nothing of ours is put in order by them, and our own instants are finer. */
@EngineTest
class SecondPrecisionTest {
    /**
     * The engine's queries by time, and its columns, whose names end in an underscore, in an order of ours. A due date is
     * no such time: we set it, to the second.
     */
    private static final Pattern BY_ENGINE_TIME = Pattern.compile(
            "\\.orderBy(?!DueDate|FollowUpDate)\\w*(?:Time|Date|Timestamp|Created?)\\w*\\(|(?i:order\\s+by\\s[^;\"]*?\\b\\w+_(?=[\\s,;\"]))");

    @Autowired
    JdbcClient jdbc;

    @Test
    void nothingIsOrderedByTheEnginesTimes() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|sql)"))
                    .toList()) {
                BY_ENGINE_TIME
                        .matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(order -> found.add(file + ": " + order));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theScanFindsWhatItLooksFor() {
        for (String order : List.of(
                "tasks.createTaskQuery().orderByTaskCreateTime()",
                "query.orderByHistoricActivityInstanceStartTime()",
                "query.orderByJobCreateTime()",
                "select * from ACT_RU_TASK order by CREATE_TIME_ desc",
                "select * from ACT_HI_ACTINST order by ID_, START_TIME_ ")) {
            assertThat(BY_ENGINE_TIME.matcher(order).find()).as(order).isTrue();
        }
    }

    @Test
    void ourOwnInstantsKeepTheirMicroseconds() {
        Instant fine = Instant.parse("2024-02-26T01:02:03.123456Z");
        jdbc.sql("insert into workflow_flow_taken (case_key, definition, flow, taken_at) values (?, ?, ?, ?)")
                .params("2024/T-01/STTTT", "precision", "flow", Columns.utc(fine))
                .update();
        assertThat(jdbc.sql("select taken_at from workflow_flow_taken where definition = 'precision'")
                        .query((row, number) -> Columns.instant(row, "taken_at"))
                        .single())
                .isEqualTo(fine);
    }

    @Test
    @OnMariaDb
    void everyInstantOfOursIsThatFine() {
        assertThat(jdbc.sql("""
                                select concat(table_name, '.', column_name) from information_schema.columns
                                where table_schema = database() and data_type in ('datetime', 'timestamp')
                                    and table_name not like 'ACT\\_%' and table_name <> 'app_schema_history'
                                    and datetime_precision < 6
                                """).query(String.class).list()).isEmpty();
    }
}
