package vn.giaoviec.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.OnMariaDb;
import vn.giaoviec.testing.Province;

/** The account with which the application works writes into the ledger, and not over it. */
@OnMariaDb
@EngineTest
class LedgerGrantsTest {
    @Autowired
    Province province;

    @Autowired
    JdbcClient application;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_link set hash = content",
                "delete from audit_link",
                "truncate table audit_link",
                "drop table audit_link",
                "alter table audit_link drop column hash",
                "update audit_leaf set hash = ''",
                "delete from audit_leaf",
                "update audit_checkpoint set note = ''",
                "delete from audit_checkpoint",
                "update audit_entry set action = ''",
                "update audit_entry set actor = null",
                "update audit_entry set facts = '{}', seq = 0",
                "delete from audit_entry",
                "delete from app_schema_history",
                "update inspection_conclusion set words = ''",
                "delete from inspection_conclusion",
                "update indicator_reading set measured = 100",
                "update indicator_reading set as_of = entered_at",
                "delete from indicator_reading",
                "update indicator_reading set file_sha256 = ''",
                "update indicator_reading_chunk set content = ''",
                "delete from indicator_reading_chunk",
                "update report_report set snapshot = '{}'",
                "delete from report_report",
                "create table forged (id int)",
                "create trigger forged before insert on audit_link for each row set new.hash = ''",
                "grant delete on audit_link to giaoviec"
            })
    void isRefused(String statement) {
        assertThatThrownBy(() -> application.sql(statement).update())
                .rootCause()
                .hasMessageMatching("(?s).*(denied|privilege).*");
    }

    @Test
    void everythingElseGoesOn() {
        assertThat(province.opens(AnAssignment.of("resources")).waitsAt()).isNotEmpty();
    }
}
