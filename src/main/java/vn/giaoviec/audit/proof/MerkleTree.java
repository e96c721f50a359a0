package vn.giaoviec.audit.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 9162, section 2.1, as it grows at its right edge: it keeps only the roots of its complete subtrees
 * ("peaks"), which is all that later leaves need.
 */
public final class MerkleTree {
    private final List<Bytes> peaks;
    private long size;

    /** An empty tree. */
    public MerkleTree() {
        this(0, Bytes.of());
    }

    /**
     * A tree that goes on from where one was left.
     *
     * @throws IllegalArgumentException if a tree of that size has another number of peaks
     */
    public MerkleTree(long size, Bytes peaks) {
        if (size < 0 || peaks.length() != Long.bitCount(size) * Digests.LENGTH) {
            throw new IllegalArgumentException(peaks.length() + " bytes are not the peaks of " + size + " leaves");
        }
        this.size = size;
        this.peaks = new ArrayList<>();
        for (int from = 0; from < peaks.length(); from += Digests.LENGTH) {
            this.peaks.add(peaks.part(from, from + Digests.LENGTH));
        }
    }

    /** Adds a leaf with this data. */
    public void add(Bytes data) {
        Bytes hash = Digests.leaf(data);
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Digests.node(peaks.remove(peaks.size() - 1), hash);
        }
        peaks.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    /** The hash over all leaves, in their order. */
    public Bytes root() {
        if (peaks.isEmpty()) {
            return Digests.sha256();
        }
        Bytes hash = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            hash = Digests.node(peaks.get(i), hash);
        }
        return hash;
    }

    /** The roots of the complete subtrees, left to right, one after another. */
    public Bytes peaks() {
        return peaks.stream().reduce(Bytes.of(), Bytes::and);
    }

    /**
     * The proof that a leaf is in the tree over some data: RFC 9162, section 2.1.3.1.
     *
     * @param data of all leaves, in order
     * @param leaf which of them, from 0
     * @return the sibling hashes from the leaf upwards, at most 32 bytes for each doubling of the tree
     */
    public static List<Bytes> inclusionProof(List<Bytes> data, int leaf) {
        if (data.size() == 1) {
            return List.of();
        }
        int split = Integer.highestOneBit(data.size() - 1);
        List<Bytes> left = data.subList(0, split);
        List<Bytes> right = data.subList(split, data.size());
        List<Bytes> proof =
                new ArrayList<>(leaf < split ? inclusionProof(left, leaf) : inclusionProof(right, leaf - split));
        proof.add(rootOf(leaf < split ? right : left));
        return proof;
    }

    private static Bytes rootOf(List<Bytes> data) {
        MerkleTree tree = new MerkleTree();
        data.forEach(tree::add);
        return tree.root();
    }

    /** Whether a proof leads from a leaf to a root: RFC 9162, section 2.1.3.2. */
    public static boolean proves(Bytes data, long leaf, long size, List<Bytes> proof, Bytes root) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        long node = leaf;
        long last = size - 1;
        Bytes hash = Digests.leaf(data);
        for (Bytes sibling : proof) {
            if (last == 0 || sibling.length() != Digests.LENGTH) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Digests.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Digests.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
