package vn.giaoviec.audit.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The proofs that some leaves are in a tree (RFC 9162, section 2.1.3.1), gathered while all its leaves pass by once: it
 * keeps the roots of complete subtrees and the proofs, never the leaves.
 */
public final class InclusionProofs {
    private final NavigableMap<Long, List<Bytes>> proofs = new TreeMap<>();
    private final List<Bytes> peaks = new ArrayList<>();
    private long size;

    /** For these leaves, counted from 0. */
    public InclusionProofs(Collection<Long> leaves) {
        leaves.forEach(leaf -> proofs.put(leaf, new ArrayList<>()));
    }

    /** The next leaf's data. */
    public void add(Bytes data) {
        Bytes hash = Digests.leaf(data);
        long width = 1;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            Bytes left = peaks.remove(peaks.size() - 1);
            long end = size + 1;
            beside(end - 2 * width, end - width, hash);
            beside(end - width, end, left);
            hash = Digests.node(left, hash);
            width *= 2;
        }
        peaks.add(hash);
        size++;
    }

    /**
     * After the last leaf: the sibling hashes of each wanted leaf that has passed, from the leaf upwards.
     */
    public NavigableMap<Long, List<Bytes>> finish() {
        NavigableMap<Long, List<Bytes>> finished = proofs.headMap(size, false);
        if (peaks.isEmpty()) {
            return finished;
        }
        long widths = size;
        long from = size - Long.lowestOneBit(widths);
        Bytes hash = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            widths -= Long.lowestOneBit(widths);
            long width = Long.lowestOneBit(widths);
            beside(from - width, from, hash);
            beside(from, size, peaks.get(i));
            hash = Digests.node(peaks.get(i), hash);
            from -= width;
        }
        return finished;
    }

    private void beside(long from, long to, Bytes sibling) {
        proofs.subMap(from, to).values().forEach(proof -> proof.add(sibling));
    }
}
