package vn.giaoviec.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule said no to a person. Recorded in its own transaction after the rollback.
 *
 * @param rule the refusal's key
 * @param args what the message said
 * @param attempt what was tried: an engine command or a request path
 * @param subject the step, process or other thing it concerned, if known
 * @param caseKey the case it concerned, if known
 */
public record Refused(
        String rule,
        List<String> args,
        String attempt,
        @Nullable String subject,
        @Nullable String caseKey) {

    /** The record of a refusal. */
    public static Refused of(Refusal refusal, String attempt, @Nullable String subject) {
        CaseKey key = refusal.caseKey();
        return new Refused(
                refusal.key(),
                refusal.args().stream().map(String::valueOf).toList(),
                attempt,
                subject,
                key == null ? null : key.toString());
    }
}
