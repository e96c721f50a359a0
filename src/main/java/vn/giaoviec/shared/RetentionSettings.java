package vn.giaoviec.shared;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is kept what is not kept for good; docs/retention.md says why. Cases, their steps, evidence, the engine's
 * history and the ledger stand in none of these: nothing of theirs is forgotten.
 *
 * @param notices after it was read; a notice nobody read stays
 * @param mails after it was written, whatever became of it
 * @param drafts after their step ended without them; what was handed in stays
 * @param commands after a form was sent: until then sending it again does nothing twice
 */
@ConfigurationProperties("giaoviec.retention")
public record RetentionSettings(
        @DefaultValue("365d") Duration notices,
        @DefaultValue("365d") Duration mails,
        @DefaultValue("90d") Duration drafts,
        @DefaultValue("90d") Duration commands) {

    public RetentionSettings {
        atLeast("notices", notices, 90);
        atLeast("mails", mails, 30);
        atLeast("drafts", drafts, 30);
        atLeast("commands", commands, 30);
    }

    private static void atLeast(String what, Duration kept, int days) {
        if (kept.compareTo(Duration.ofDays(days)) < 0) {
            throw new IllegalArgumentException(
                    "giaoviec.retention." + what + ": at least " + days + " days (" + days + "d), not " + kept);
        }
    }
}
