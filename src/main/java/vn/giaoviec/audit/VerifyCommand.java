package vn.giaoviec.audit;

import java.util.List;
import vn.giaoviec.audit.proof.Verify;

/** The way to {@code verify} from the command line; neither Spring nor the engine is started. */
public final class VerifyCommand {
    private VerifyCommand() {}

    /**
     * Verifies as the command line says, with what it does not say from the environment, and prints what it found.
     *
     * @param arguments after the word {@code verify}
     * @return 0 if the ledger is intact, 1 if not, 2 if it could not be verified
     */
    public static int run(List<String> arguments) {
        return Verify.run(arguments, System.getenv(), System.out);
    }
}
