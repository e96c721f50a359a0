package vn.giaoviec.directory;

import java.util.List;

/** The sign-in server's list of people; implemented for Keycloak. */
public interface Accounts {
    /**
     * Everybody it knows, the disabled included.
     *
     * @throws Unreachable if it does not answer, or not completely; then nothing is to be concluded
     */
    List<Account> all();

    /** The sign-in server did not answer. */
    class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String what) {
            super(what);
        }

        public Unreachable(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
