package vn.giaoviec.intake;

import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.AnnexColumn;

/** What may be decided on a row of an annex. */
public enum RowField {
    /** Whether the row is left out: {@code yes}, or empty. */
    LEFT_OUT,
    CODE,
    TITLE,
    /** Number of the solution group. */
    GROUP,
    /** Codes of units, one blank between; of a target the one that reports it. */
    LEAD,
    /** Codes of units. */
    COORDINATING,
    /** Bodies that are no units of ours, as words. */
    INVITED,
    /** The deadline in words. */
    DEADLINE,
    /** The deadline's day, as ISO writes it. */
    DUE_ON,
    DELIVERABLE,
    /** Indicators with weights, as {@code CQ1=2 CQ5=1}; {@code -} for none. */
    INDICATORS,
    /** Of a target: {@code >= 90}, {@code QUALITATIVE} or {@code DIRECTION}. */
    FIGURE,
    MEASURE,
    /** Of a target: the pillar's code, or {@code -} for none. */
    PILLAR;

    /** What a column of an annex is about, or null: nothing of the plan. */
    static @Nullable RowField of(@Nullable AnnexColumn column) {
        if (column == null) {
            return null;
        }
        return switch (column) {
            case NUMBER, CODE -> CODE;
            case TITLE -> TITLE;
            case LEAD -> LEAD;
            case COORDINATING -> COORDINATING;
            case DEADLINE, DAYS -> DEADLINE;
            case DELIVERABLE -> DELIVERABLE;
            case INDICATORS -> INDICATORS;
            case FIGURE -> FIGURE;
            case MEASURE -> MEASURE;
            default -> null;
        };
    }
}
