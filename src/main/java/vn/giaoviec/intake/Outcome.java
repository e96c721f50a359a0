package vn.giaoviec.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import vn.giaoviec.plan.PlanDifference;
import vn.giaoviec.plan.PlanDraft;

/**
 * What applying a draft would come to.
 *
 * @param plan the plan that it would be
 * @param difference how that differs from the plan that the year has
 * @param seen names exactly this outcome
 */
public record Outcome(PlanDraft plan, PlanDifference difference, String seen) {
    /** Of a draft in which nothing is open. */
    public static Outcome of(Review review) {
        PlanDraft plan = PlanOfDraft.of(review);
        Basis basis = review.basis();
        boolean sameOutline = basis.plan() != null;
        PlanDifference difference = PlanDifference.between(
                List.copyOf(basis.before().values()),
                plan.assignments(),
                sameOutline ? basis.targets() : List.of(),
                plan.targets());
        return new Outcome(plan, difference, digest(List.of(plan, basis.before())));
    }

    private static String digest(List<?> content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
