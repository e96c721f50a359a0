package vn.giaoviec.annex;

import vn.giaoviec.shared.Refusal;

/** The file is marked as a state secret. It may not be stored here, nor anything of it told. */
public final class SecretAnnex extends Refusal {
    private static final long serialVersionUID = 1L;

    SecretAnnex() {
        super("refusal.annexSecret");
    }
}
