package vn.giaoviec.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A checkpoint is believed only as its key signed it. */
class CheckpointTest {
    private static final SealingKey KEY = SealingKey.generate("giaoviec");
    private static final Checkpoint CHECKPOINT = new Checkpoint(
            42,
            Digests.sha256(Bytes.of("root")),
            Digests.sha256(Bytes.of("previous")),
            Instant.parse("2024-11-15T08:30:00.123Z"));

    @Test
    void isReadAsItWasWritten() {
        SealingKey kept = SealingKey.read(KEY.written());
        PublicKey known = PublicKey.read(KEY.publicKey().written());

        assertThat(Checkpoint.read(CHECKPOINT.note(kept), List.of(known))).isEqualTo(CHECKPOINT);
    }

    @Test
    void noByteOfItMayChange() {
        String note = CHECKPOINT.note(KEY);
        List<PublicKey> keys = List.of(KEY.publicKey());
        byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length - 1; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) (1 << bit);
                String forged = new String(changed, StandardCharsets.UTF_8);
                assertThatThrownBy(() -> Checkpoint.read(forged, keys))
                        .as("byte %d, bit %d", i, bit)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void anotherKeyOfTheSameNameIsNotBelieved() {
        String forged = CHECKPOINT.note(SealingKey.generate("giaoviec"));

        assertThatThrownBy(() -> Checkpoint.read(forged, List.of(KEY.publicKey())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyWhoseIdDoesNotFitIsNone() {
        String written = KEY.publicKey().written();
        String other = SealingKey.generate("giaoviec").publicKey().written();
        String mixed =
                written.substring(0, "giaoviec+00000000".length()) + other.substring("giaoviec+00000000".length());

        assertThatThrownBy(() -> PublicKey.read(mixed)).isInstanceOf(IllegalArgumentException.class);
    }
}
