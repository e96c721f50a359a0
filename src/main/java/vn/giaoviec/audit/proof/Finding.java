package vn.giaoviec.audit.proof;

/**
 * Something in the ledger that cannot have come about by using the system.
 *
 * @param kind what kind of change it was
 * @param place where: a stream and number such as {@code 2024/G1-01/STTTT #12}, a leaf, a checkpoint or a file
 */
public record Finding(Kind kind, String place) {
    /** What somebody did; each has a message {@code verify.<name>}. */
    public enum Kind {
        /** A link's bytes or hash differ from what was hashed. */
        LINK_CHANGED,
        /** A number is left out, or a sealed or counted link is gone. */
        LINK_MISSING,
        /** A link that the stream's counter has not come to. */
        LINK_ADDED,
        /** The chain fits, but not what was sealed: it was computed anew. */
        CHAIN_FORGED,
        /** A fact's words, or a column beside them, differ from what its link says. */
        FACT_CHANGED,
        /** Words that were erased by an order stand there again. */
        FACT_NOT_ERASED,
        /** A fact that its link names is gone. */
        FACT_MISSING,
        /** A fact that no link names. */
        FACT_ADDED,
        /** The sealed order differs from the copy outside the database. */
        LEAF_CHANGED,
        /** A checkpoint does not fit its leaves, or its note was changed. */
        CHECKPOINT_CHANGED,
        /** A checkpoint is not signed by a key that was given. */
        CHECKPOINT_UNSIGNED,
        /** The copy outside has younger checkpoints: an older state of the database was restored. */
        ROLLED_BACK,
        /** A file of evidence is not the one that was handed in. */
        EVIDENCE_CHANGED,
        /** A row of a case, or of the engine's history of it, is not as the last command left it. */
        ROW_CHANGED,
        /** A row that a command left is gone. */
        ROW_MISSING,
        /** A row that no command left. */
        ROW_ADDED,
        /** A case file is no ZIP as we write them. */
        CONTAINER_CHANGED,
        /** The list of a case file's entries is not signed by a key that was given. */
        MANIFEST_UNSIGNED,
        /** An entry of a case file differs from what was signed. */
        ENTRY_CHANGED,
        /** An entry of a case file was taken out. */
        ENTRY_MISSING,
        /** An entry of a case file was put in, or stands elsewhere. */
        ENTRY_ADDED,
        /** A link of a case file is not what its checkpoint covers. */
        PROOF_WRONG,
        /** The copy outside does not have the case file's checkpoint. */
        CHECKPOINT_UNKNOWN
    }
}
