package vn.giaoviec.audit.proof;

import java.util.List;

/** A text and the line that signs it, after c2sp.org/signed-note. */
final class SignedNote {
    private SignedNote() {}

    static String of(String text, SealingKey key) {
        return text + '\n' + key.signature(text);
    }

    /** The text of a note, signed or not. */
    static String text(String note) {
        int end = note.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("no signed note");
        }
        return note.substring(0, end + 1);
    }

    /** Whether one of these keys signed it, with nothing beside that one signature. */
    static boolean signedOnceBy(String note, List<PublicKey> keys) {
        String text = text(note);
        String signature = note.substring(text.length() + 1);
        return signature.indexOf('\n') == signature.length() - 1
                && keys.stream().anyMatch(key -> key.signed(text, signature.substring(0, signature.length() - 1)));
    }
}
