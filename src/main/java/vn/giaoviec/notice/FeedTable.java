package vn.giaoviec.notice;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

@Repository
class FeedTable {
    private final JdbcClient jdbc;

    FeedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> owner(String tokenHash) {
        return jdbc.sql("select person from notice_feed where token_sha256 = ?")
                .param(tokenHash)
                .query(String.class)
                .optional();
    }

    Optional<Instant> madeAt(String person) {
        return jdbc.sql("select made_at from notice_feed where person = ?")
                .param(person)
                .query((row, number) -> Columns.instant(row, "made_at"))
                .optional();
    }

    /** Whatever was valid before is not any more. */
    void put(String person, String tokenHash, Instant at) {
        jdbc.sql("""
                        insert into notice_feed (person, token_sha256, made_at) values (?, ?, ?)
                        on duplicate key update token_sha256 = values(token_sha256), made_at = values(made_at)
                        """).params(person, tokenHash, Columns.utc(at)).update();
    }

    boolean delete(String person) {
        return jdbc.sql("delete from notice_feed where person = ?")
                        .param(person)
                        .update()
                > 0;
    }
}
