package vn.giaoviec.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.audit.SealTable.Leaf;
import vn.giaoviec.audit.SealTable.Noted;
import vn.giaoviec.audit.SealTable.Sealed;
import vn.giaoviec.audit.proof.Checkpoint;
import vn.giaoviec.audit.proof.MerkleTree;
import vn.giaoviec.audit.proof.SealingKey;
import vn.giaoviec.audit.proof.Witness;
import vn.giaoviec.shared.Turns;

/**
 * Seals what was committed: its links become the next leaves of one tree, whose root is signed and copied out of the
 * database. One node seals at a time; each node copies for itself, so that there are as many witnesses as nodes.
 */
@Service
class Seal {
    private static final Logger LOG = LoggerFactory.getLogger(Seal.class);
    private static final int AT_ONCE = 10_000;

    private final SealTable table;
    private final KeyFile keyFile;
    private final CheckpointFile copy;
    private final Turns turns;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean complained;

    Seal(
            SealTable table,
            KeyFile keyFile,
            CheckpointFile copy,
            Turns turns,
            TransactionTemplate transaction,
            Clock realClock) {
        this.table = table;
        this.keyFile = keyFile;
        this.copy = copy;
        this.turns = turns;
        this.transaction = transaction;
        this.clock = realClock;
    }

    @Scheduled(
            initialDelayString = "${giaoviec.audit.seal-after:10s}",
            fixedDelayString = "${giaoviec.audit.seal-every:5s}")
    void regularly() throws IOException {
        seal();
        copyOut();
    }

    /**
     * Seals all that is committed.
     *
     * @return how many links were sealed
     */
    int seal() throws IOException {
        int sealed = 0;
        // asked without the turn first: most of the time there is nothing
        while (!table.unsealed(1).isEmpty()) {
            SealingKey key = keyFile.key();
            sealed += Objects.requireNonNull(transaction.execute(status -> sealNext(key)));
        }
        return sealed;
    }

    private int sealNext(SealingKey key) {
        turns.take("seal");
        List<Leaf> leaves = table.unsealed(AT_ONCE);
        if (leaves.isEmpty()) {
            return 0;
        }
        MerkleTree tree = table.last().map(Sealed::tree).orElseGet(MerkleTree::new);
        var previous = tree.root();
        table.insert(tree.size(), leaves);
        leaves.forEach(leaf -> tree.add(leaf.hash()));
        table.insert(
                tree,
                new Checkpoint(
                                tree.size(),
                                tree.root(),
                                previous,
                                clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .note(key));
        return leaves.size();
    }

    /** Brings this node's copy up to the last checkpoint; never takes anything back from it. */
    void copyOut() throws IOException {
        long copied = copy.size();
        long stored = table.last().map(last -> last.tree().size()).orElse(0L);
        if (copied > stored) {
            if (!complained) {
                complained = true;
                LOG.error(
                        "the database's audit ends at {}, but {} was sealed: was an old backup restored? See docs/audit.md",
                        stored,
                        copied);
            }
            return;
        }
        for (Noted checkpoint : table.checkpointsAfter(copied)) {
            List<String> lines = new ArrayList<>();
            for (Leaf leaf : table.leaves(copied, checkpoint.size())) {
                lines.add(Witness.line(copied + lines.size(), leaf.stream(), leaf.seq(), leaf.hash()));
            }
            lines.add(Witness.line(checkpoint.size(), checkpoint.note()));
            copy.append(lines, checkpoint.size());
            copied = checkpoint.size();
        }
    }
}
