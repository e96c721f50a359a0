package vn.giaoviec.audit.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** Signs checkpoints. It is kept in a file, never in the database, whose administrators it guards against. */
public final class SealingKey {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;
    private final PublicKey publicKey;

    private SealingKey(String name, PrivateKey key, java.security.PublicKey publicKey) {
        this.key = key;
        this.publicKey = PublicKey.of(name, publicKey);
    }

    /** A new key. */
    public static SealingKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SealingKey(name, pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // Java 15 and later have it
        }
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SealingKey read(String written) {
        String[] parts = written.strip().split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not name, private and public key");
        }
        try {
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            return new SealingKey(
                    parts[0],
                    keys.generatePrivate(
                            new PKCS8EncodedKeySpec(Bytes.ofBase64(parts[1]).shared())),
                    keys.generatePublic(
                            new X509EncodedKeySpec(Bytes.ofBase64(parts[2]).shared())));
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("no Ed25519 key", broken);
        }
    }

    /** One line: its name, the private key (PKCS #8) and the public key (X.509), for a file that only we may read. */
    public String written() {
        return publicKey.name()
                + ' '
                + Bytes.of(key.getEncoded()).base64()
                + ' '
                + publicKey.encoded().base64()
                + '\n';
    }

    /** What others verify with. */
    public PublicKey publicKey() {
        return publicKey;
    }

    /** The signature line of a note, with its line break. */
    String signature(String text) {
        try {
            Signature signing = Signature.getInstance(ALGORITHM);
            signing.initSign(key);
            signing.update(Bytes.of(text).shared());
            Bytes signature = publicKey.id().and(Bytes.of(signing.sign()));
            return "\u2014 " + publicKey.name() + ' ' + signature.base64() + '\n';
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
