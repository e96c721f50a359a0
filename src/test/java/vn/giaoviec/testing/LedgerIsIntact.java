package vn.giaoviec.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import vn.giaoviec.audit.proof.Verification;

/** Whatever a test did with the system, ledger and rows agree afterwards: no false alarm. */
public class LedgerIsIntact implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext test) throws Exception {
        DataSource database = SpringExtension.getApplicationContext(test).getBean(DataSource.class);
        try (Connection connection = database.getConnection()) {
            assertThat(Verification.of(connection, List.of(), null).findings())
                    // no key is given here: who signed is another test's question
                    .filteredOn(finding -> !finding.kind().name().startsWith("CHECKPOINT_"))
                    .isEmpty();
        }
    }
}
