package vn.giaoviec.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoviec.audit.proof.Witness;

/**
 * This node's own copy of checkpoints and leaves, outside the database: whoever alters the past in the database must alter
 * it here too, on every node. It is only appended to; a line that a crash cut short is passed over when read.
 */
@Component
class CheckpointFile {
    private final Path file;
    private volatile long size = -1;

    CheckpointFile(AuditSettings settings) {
        this.file = settings.folder().resolve("checkpoints.log");
    }

    /** How many links the last checkpoint in it covers. */
    long size() throws IOException {
        if (size < 0) {
            size = read();
        }
        return size;
    }

    /** All of it, to verify by; null as long as nothing was copied. */
    @Nullable Witness witness() throws IOException {
        return Files.exists(file) ? Witness.read(file) : null;
    }

    private long read() throws IOException {
        if (Files.notExists(file)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.mapToLong(Witness::coveredBy).max().orElse(0);
        }
    }

    /** Appends a checkpoint over so many links, after its leaves. */
    void append(List<String> lines, long covered) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            // the first line break ends what a crash may have left
            String text = (channel.size() == 0 ? "" : "\n") + String.join("\n", lines);
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        size = covered;
    }
}
