package vn.giaoviec.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.task.TaskExecutor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.audit.proof.Finding;
import vn.giaoviec.audit.proof.Verification;
import vn.giaoviec.calendar.BusinessClock;

/**
 * Verifies the ledger every night, and when somebody asks: against this node's own key and its own copy of the checkpoints.
 * A check from inside says much, but not all: who owns this machine could make it say anything. That is what the program
 * outside is for.
 */
@Service
public class CheckLedger {
    private static final Logger LOG = LoggerFactory.getLogger(CheckLedger.class);
    private static final int NAMED = 100;
    private static final int LOGGED = 10;

    private final CheckTable table;
    private final SealTable seals;
    private final Seal seal;
    private final KeyFile keyFile;
    private final CheckpointFile copy;
    private final DataSource database;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TaskExecutor executor;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    CheckLedger(
            CheckTable table,
            SealTable seals,
            Seal seal,
            KeyFile keyFile,
            CheckpointFile copy,
            DataSource database,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            TaskExecutor applicationTaskExecutor,
            Clock realClock) {
        this.table = table;
        this.seals = seals;
        this.seal = seal;
        this.keyFile = keyFile;
        this.copy = copy;
        this.database = database;
        this.events = events;
        this.transaction = transaction;
        this.executor = applicationTaskExecutor;
        this.clock = realClock;
    }

    @Scheduled(cron = "${giaoviec.audit.check-at:0 30 1 * * *}", zone = "Asia/Ho_Chi_Minh")
    void everyNight() throws IOException, SQLException {
        LocalDate night = LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
        try {
            check(table.begin(night, null, clock.instant()), night);
        } catch (DuplicateKeyException another) {
            LOG.debug("another node checks the ledger of {}", night);
        }
    }

    /**
     * Begins a check, unless one is running on this node; it goes on when this returns.
     *
     * @param person who asks
     */
    public void begin(String person) {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            long id = table.begin(null, person, clock.instant());
            executor.execute(() -> checkAndEnd(id));
        } catch (RuntimeException notBegun) {
            running.set(false);
            throw notBegun;
        }
    }

    private void checkAndEnd(long id) {
        try {
            check(id, null);
        } catch (IOException | SQLException | RuntimeException failed) {
            LOG.error("the ledger could not be verified", failed);
        } finally {
            running.set(false);
        }
    }

    private void check(long id, @Nullable LocalDate night) throws IOException, SQLException {
        seal.seal();
        seal.copyOut();
        Verification.Result result = verify();
        List<Finding> first = result.findings().stream().limit(NAMED).toList();
        first.stream()
                .limit(LOGGED)
                .forEach(finding -> LOG.error("the ledger is not intact: {} at {}", finding.kind(), finding.place()));
        String head = seals.last().map(SealTable.Sealed::note).orElse(null);
        transaction.executeWithoutResult(status -> {
            table.finish(id, result, first, clock.instant());
            events.publishEvent(new LedgerChecked(
                    night, result.links(), result.sealed(), result.findings().size(), first, head));
        });
    }

    private Verification.Result verify() throws IOException, SQLException {
        try (Connection connection = database.getConnection()) {
            try {
                Verification.fix(connection);
                return Verification.of(connection, List.of(keyFile.key().publicKey()), copy.witness());
            } finally {
                connection.rollback();
            }
        }
    }

    /**
     * Whether a check somebody asked for is running on this node. An unfinished one in the table says nothing: its process
     * may have ended.
     */
    public boolean running() {
        return running.get();
    }

    /** The last checks, the youngest first. */
    public List<LedgerCheck> last(int most) {
        return table.last(most);
    }

    /** The youngest checkpoint, as it was signed; null if nothing is sealed yet. */
    public @Nullable String head() {
        return seals.last().map(SealTable.Sealed::note).orElse(null);
    }
}
