package vn.giaoviec.audit.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/**
 * Verifies what a {@link SealingKey} signed: Ed25519 (RFC 8032), written as {@code name+id+key} after
 * c2sp.org/signed-note.
 *
 * @param name whose key it is
 * @param id four bytes that tell keys of one name apart
 * @param key the 32 bytes of the public key
 */
public record PublicKey(String name, Bytes id, Bytes key) {
    private static final Bytes ED25519 = Bytes.of((byte) 1);

    /** What stands before the 32 bytes in the X.509 form of an Ed25519 key: RFC 8410, section 4. */
    private static final Bytes X509 = Bytes.ofHex("302a300506032b6570032100");

    static PublicKey of(String name, java.security.PublicKey key) {
        Bytes encoded = Bytes.of(key.getEncoded());
        Bytes raw = encoded.part(encoded.length() - Digests.LENGTH, encoded.length());
        return new PublicKey(name, id(name, raw), raw);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PublicKey read(String written) {
        String[] parts = written.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not name+id+key: " + written);
        }
        Bytes typed = Bytes.ofBase64(parts[2]);
        Bytes id = Bytes.ofHex(parts[1]);
        if (typed.length() != 1 + Digests.LENGTH || !typed.startsWith(ED25519)) {
            throw new IllegalArgumentException("no Ed25519 key: " + written);
        }
        Bytes raw = typed.part(1, typed.length());
        if (!id.equals(id(parts[0], raw))) {
            throw new IllegalArgumentException("id and key differ: " + written);
        }
        return new PublicKey(parts[0], id, raw);
    }

    /** The written form. */
    public String written() {
        return name + '+' + id.hex() + '+' + ED25519.and(key).base64();
    }

    /** Whether a signature line of a note was made with this key over that text. */
    boolean signed(String text, String line) {
        String start = "\u2014 " + name + ' ';
        if (!line.startsWith(start)) {
            return false;
        }
        try {
            Bytes all = Bytes.ofBase64(line.substring(start.length()));
            if (!all.startsWith(id)) {
                return false;
            }
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded().shared())));
            verification.update(Bytes.of(text).shared());
            return verification.verify(all.part(id.length(), all.length()).shared());
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            return false;
        }
    }

    /** In the X.509 form. */
    Bytes encoded() {
        return X509.and(key);
    }

    private static Bytes id(String name, Bytes raw) {
        return Digests.sha256(Bytes.of(name + '\n'), ED25519, raw).part(0, 4);
    }
}
