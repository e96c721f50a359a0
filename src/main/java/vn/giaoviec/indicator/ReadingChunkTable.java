package vn.giaoviec.indicator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bytes of the files that prove readings: they are inserted, and then only read. */
@Repository
class ReadingChunkTable {
    private final JdbcClient jdbc;

    ReadingChunkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(long reading, int number, byte[] content) {
        jdbc.sql("insert into indicator_reading_chunk (reading, number, content) values (?, ?, ?)")
                .params(reading, number, content)
                .update();
    }

    /** Copies the bytes chunk by chunk, so that a large file never stands in memory whole. */
    void copy(long reading, OutputStream out) throws IOException {
        for (int number = 0; ; number++) {
            Optional<byte[]> chunk = jdbc.sql(
                            "select content from indicator_reading_chunk where reading = ? and number = ?")
                    .params(reading, number)
                    .query((row, index) -> row.getBytes("content"))
                    .optional();
            if (chunk.isEmpty()) {
                return;
            }
            out.write(chunk.get());
        }
    }
}
