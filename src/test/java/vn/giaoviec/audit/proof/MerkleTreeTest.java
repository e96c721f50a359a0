package vn.giaoviec.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree of RFC 9162, against the vectors that Certificate Transparency's implementations share. */
class MerkleTreeTest {
    private static final List<Bytes> LEAVES = List.of(
            Bytes.of(),
            Bytes.ofHex("00"),
            Bytes.ofHex("10"),
            Bytes.ofHex("2021"),
            Bytes.ofHex("3031"),
            Bytes.ofHex("40414243"),
            Bytes.ofHex("5051525354555657"),
            Bytes.ofHex("606162636465666768696a6b6c6d6e6f"));

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    })
    void hasTheRootsOfTheStandard(int size, String root) {
        assertThat(treeOf(LEAVES.subList(0, size)).root().hex()).isEqualTo(root);
    }

    @Test
    void goesOnFromItsPeaks() {
        List<Bytes> data = data(77);
        for (int size = 0; size < data.size(); size++) {
            MerkleTree first = treeOf(data.subList(0, size));
            MerkleTree resumed = new MerkleTree(size, first.peaks());
            data.subList(size, data.size()).forEach(resumed::add);
            assertThat(resumed.root()).isEqualTo(treeOf(data).root());
        }
        assertThatThrownBy(() -> new MerkleTree(3, Bytes.of(new byte[32])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void provesEachLeafAndNothingElse() {
        Random random = new Random(9162);
        for (int size = 1; size <= 70; size++) {
            List<Bytes> data = data(size);
            Bytes root = treeOf(data).root();
            for (int leaf = 0; leaf < size; leaf++) {
                List<Bytes> proof = MerkleTree.inclusionProof(data, leaf);
                assertThat(MerkleTree.proves(data.get(leaf), leaf, size, proof, root))
                        .isTrue();
                assertThat(MerkleTree.proves(Bytes.of("forged"), leaf, size, proof, root))
                        .isFalse();
                assertThat(MerkleTree.proves(data.get(leaf), leaf + 1, size, proof, root))
                        .isFalse();
                assertThat(MerkleTree.proves(data.get(leaf), leaf, size, longer(proof), root))
                        .isFalse();
                if (!proof.isEmpty()) {
                    assertThat(MerkleTree.proves(data.get(leaf), leaf, size, changed(proof, random), root))
                            .isFalse();
                    assertThat(MerkleTree.proves(data.get(leaf), leaf, size, proof.subList(1, proof.size()), root))
                            .isFalse();
                }
            }
        }
    }

    /** A million links: twenty hashes, far below the 2 KiB that a proof may take. */
    @Test
    void proofsStayShort() {
        List<Bytes> same = Collections.nCopies(1 << 14, Bytes.of("link"));
        assertThat(MerkleTree.inclusionProof(same, 5)).hasSize(14);
    }

    private static List<Bytes> longer(List<Bytes> proof) {
        List<Bytes> longer = new ArrayList<>(proof);
        longer.add(Bytes.of(new byte[32]));
        return longer;
    }

    private static List<Bytes> changed(List<Bytes> proof, Random random) {
        List<Bytes> changed = new ArrayList<>(proof);
        int which = random.nextInt(proof.size());
        byte[] bytes = proof.get(which).array();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        changed.set(which, Bytes.of(bytes));
        return changed;
    }

    private static List<Bytes> data(int size) {
        return IntStream.range(0, size).mapToObj(i -> Bytes.of("link " + i)).toList();
    }

    private static MerkleTree treeOf(List<Bytes> data) {
        MerkleTree tree = new MerkleTree();
        data.forEach(tree::add);
        return tree;
    }

    @Test
    void proofsGatheredInOnePassAreThoseOfTheWholeTree() {
        for (int size = 1; size <= 70; size++) {
            List<Bytes> data = IntStream.range(0, size)
                    .mapToObj(i -> Bytes.of("leaf " + i))
                    .toList();
            InclusionProofs gathered =
                    new InclusionProofs(LongStream.range(0, size).boxed().toList());
            data.forEach(gathered::add);
            var proofs = gathered.finish();
            assertThat(proofs).hasSize(size);
            for (int leaf = 0; leaf < size; leaf++) {
                assertThat(proofs.get((long) leaf)).isEqualTo(MerkleTree.inclusionProof(data, leaf));
            }
        }
    }

    @Test
    void aProofAmongAMillionLeavesIsShort() {
        int size = 1_000_000;
        List<Long> wanted = List.of(0L, 524_287L, 524_288L, 999_998L, 999_999L);
        InclusionProofs gathered = new InclusionProofs(wanted);
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            Bytes data = Bytes.of("leaf " + i);
            gathered.add(data);
            tree.add(data);
        }
        var proofs = gathered.finish();
        for (long leaf : wanted) {
            List<Bytes> path = Objects.requireNonNull(proofs.get(leaf));
            assertThat(MerkleTree.proves(Bytes.of("leaf " + leaf), leaf, size, path, tree.root()))
                    .isTrue();
            assertThat(new LinkProof(leaf, leaf, path).line().length()).isLessThanOrEqualTo(2 * 1024);
        }
    }
}
