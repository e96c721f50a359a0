package vn.giaoviec.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.giaoviec.audit.proof.SealingKey;

/**
 * This node's sealing key, made at the first seal. Beside it lies {@code seal.pub}, which verification asks for: who
 * verifies copies it away once, while it is known to be right.
 */
@Component
class KeyFile {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

    private final Path folder;

    KeyFile(AuditSettings settings) {
        this.folder = settings.folder();
    }

    SealingKey key() throws IOException {
        Path file = folder.resolve("seal.key");
        if (Files.notExists(file)) {
            Files.createDirectories(folder);
            SealingKey fresh = SealingKey.generate("giaoviec");
            Path draft = folder.resolve("seal.key.new");
            Files.deleteIfExists(draft);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.createFile(
                        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(draft, fresh.written());
            Files.writeString(folder.resolve("seal.pub"), fresh.publicKey().written() + '\n');
            Files.move(draft, file);
            LOG.info(
                    "made a key that seals the audit; verify with {}",
                    fresh.publicKey().written());
        }
        return SealingKey.read(Files.readString(file));
    }
}
