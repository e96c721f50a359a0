package vn.giaoviec.audit.proof;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line that proves that a link is under a checkpoint: {@code <seq> <leaf> <hash>…}, hashes in Base64 from the leaf
 * upwards.
 *
 * @param seq the link's number in its stream
 * @param leaf its number in the tree, from 0
 * @param path the hashes
 */
public record LinkProof(long seq, long leaf, List<Bytes> path) {
    /** As it is written, without a line break. */
    public String line() {
        return seq + " " + leaf + path.stream().map(hash -> " " + hash.base64()).collect(Collectors.joining());
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is none
     */
    static LinkProof read(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length < 2) {
            throw new IllegalArgumentException("no proof");
        }
        LinkProof proof = new LinkProof(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                List.of(parts).subList(2, parts.length).stream()
                        .map(Bytes::ofBase64)
                        .toList());
        if (!proof.line().equals(line)) {
            throw new IllegalArgumentException("not in the canonical form");
        }
        return proof;
    }
}
