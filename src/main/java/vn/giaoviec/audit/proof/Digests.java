package vn.giaoviec.audit.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, and the ways in which the ledger uses it. */
public final class Digests {
    /** Bytes of a SHA-256 digest. */
    public static final int LENGTH = 32;

    private static final Bytes LEAF = Bytes.of((byte) 0);
    private static final Bytes NODE = Bytes.of((byte) 1);

    private Digests() {}

    /** The digest under which a link names a fact; the salt keeps short facts from being guessed. */
    public static Bytes fact(Bytes salt, String facts) {
        return sha256(salt, Bytes.of(facts));
    }

    /** A leaf of the tree: RFC 9162, section 2.1.1. */
    static Bytes leaf(Bytes data) {
        return sha256(LEAF, data);
    }

    /** An inner node of the tree: RFC 9162, section 2.1.1. */
    static Bytes node(Bytes left, Bytes right) {
        return sha256(NODE, left, right);
    }

    static Bytes sha256(Bytes... parts) {
        MessageDigest digest = start();
        for (Bytes part : parts) {
            digest.update(part.shared());
        }
        return Bytes.of(digest.digest());
    }

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
    }
}
