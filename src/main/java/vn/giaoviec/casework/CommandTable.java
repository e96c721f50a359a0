package vn.giaoviec.casework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Refusal;

/** Which forms have been sent already. The row is written with what the form did: both are committed, or neither. */
@Repository
class CommandTable {
    private final JdbcClient jdbc;

    CommandTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes note of a form that is sent; one that was sent before, even at this moment in another transaction, is known.
     *
     * @param content what is sent with it, in a fixed order
     * @return whether it was done before, so that nothing is left to do
     * @throws Refusal.Conflict if it was sent before with other content
     */
    boolean isDone(String person, UUID command, String action, List<?> content, Instant at) {
        String digest = digest(content);
        try {
            jdbc.sql("insert into casework_command (person, id, action, content, done_at) values (?, ?, ?, ?, ?)")
                    .params(person, command.toString(), action, digest, Columns.utc(at))
                    .update();
            return false;
        } catch (DuplicateKeyException sentBefore) {
            if (!digest.equals(content(person, command, action))) {
                throw new Refusal.Conflict("refusal.formAlreadySent");
            }
            return true;
        }
    }

    /** Removes forms sent before then, as many as that at most, and returns how many these were. */
    int forget(Instant sentBefore, int most) {
        return jdbc.sql("delete from casework_command where done_at < ? limit ?")
                .params(Columns.utc(sentBefore), most)
                .update();
    }

    private String content(String person, UUID command, String action) {
        return jdbc.sql("select content from casework_command where person = ? and id = ? and action = ?")
                .params(person, command.toString(), action)
                .query(String.class)
                .single();
    }

    private static String digest(List<?> content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
