package vn.giaoviec.directory;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import vn.giaoviec.shared.Refusal;

/** Synchronises by the clock, when a plan brings new units, and when the administrator asks. */
@Service
public class KeepDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(KeepDirectory.class);

    private final ObjectProvider<Accounts> accounts;
    private final SynchroniseDirectory synchronise;

    KeepDirectory(ObjectProvider<Accounts> accounts, SynchroniseDirectory synchronise) {
        this.accounts = accounts;
        this.synchronise = synchronise;
    }

    /** Whether there is a sign-in server to synchronise from; in the demo there is none. */
    public boolean possible() {
        return accounts.getIfAvailable() != null;
    }

    /** What the last synchronisation did, if there was one. */
    public Optional<Synchronised> last() {
        return synchronise.last();
    }

    /**
     * Synchronises everybody now. The list is read before the transaction begins, which thus never waits for a server.
     *
     * @throws Refusal if the sign-in server does not answer, or there is none; our tables stay as they are
     */
    public Synchronised now() {
        Accounts source = accounts.getIfAvailable();
        if (source == null) {
            throw new Refusal("refusal.noSignInServer");
        }
        List<Account> all;
        try {
            all = source.all();
        } catch (Accounts.Unreachable unreachable) {
            LOG.warn(unreachable.getMessage());
            throw new Refusal.Conflict("refusal.signInServerSilent");
        }
        return synchronise.takeOver(all);
    }

    @Scheduled(
            initialDelayString = "${giaoviec.keycloak.synchronise-first:2s}",
            fixedDelayString = "${giaoviec.keycloak.synchronise-every:5m}")
    void regularly() {
        if (possible()) {
            try {
                now();
            } catch (Refusal refused) {
                LOG.warn("people were not synchronised: {}", refused.key());
            }
        }
    }
}
