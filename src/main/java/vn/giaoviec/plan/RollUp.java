package vn.giaoviec.plan;

/** How the province's value comes of what several units report; each has a message {@code rollUp.<name>}. */
public enum RollUp {
    /** The sum of the parts; of ratios, all numerators over all denominators. */
    SUM,
    /** The part with the latest day. */
    LATEST,
    /** The mean of the parts, each weighing the same. */
    AVERAGE;

    /** Whether a target of that kind can be rolled up so: answers can be neither added nor averaged. */
    public boolean suits(Target.Kind kind) {
        return this == LATEST || kind != Target.Kind.QUALITATIVE;
    }
}
