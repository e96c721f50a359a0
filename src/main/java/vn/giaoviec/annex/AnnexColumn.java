package vn.giaoviec.annex;

/** What stands in a column of an annex. */
public enum AnnexColumn {
    /** STT: counts the rows. */
    NUMBER,
    /** The task's own code, where the annex has one beside the number. */
    CODE,
    /** The task; in an annex of targets the indicator. */
    TITLE,
    LEAD,
    /** Room, person or contact at the lead unit: told, never kept as a unit. */
    ROOM,
    COORDINATING,
    /** From when on: never a deadline, but where both share a cell. */
    START,
    DEADLINE,
    /** Days that a task may take, as a bare number. */
    DAYS,
    DELIVERABLE,
    /** How much is to be delivered. */
    QUANTITY,
    /** Indicators that the task supports. */
    INDICATORS,
    SUPPORT,
    FUNDING,
    NOTE,
    BASIS,
    SECRECY,
    /** Unit of measure of a target. */
    MEASURE,
    /** The figure a target wants. */
    FIGURE,
    /** Where the figure comes from. */
    SOURCE
}
