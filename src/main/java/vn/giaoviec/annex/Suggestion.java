package vn.giaoviec.annex;

/**
 * A unit that words may mean.
 *
 * @param unit the unit's code
 * @param name its name
 * @param score how near the words are, 0 to 100
 * @param reason why it is suggested
 */
public record Suggestion(String unit, String name, int score, Reason reason) {
    /** Why a unit is suggested. */
    public enum Reason {
        /** Its full name. */
        EXACT,
        /** Its short name, or another name it is known by. */
        ALIAS,
        /** Its name shortened as offices shorten names. */
        ABBREVIATION,
        /** The words for many bodies: it is one of those. */
        GROUP,
        /** It took over from the unit that is named and no longer exists. */
        SUCCESSOR,
        /** The unit that is named does not exist on the day of issue. */
        ENDED,
        /** The words are part of its name, or its name is part of the words. */
        PART,
        /** Similar words. */
        SIMILAR;

        /** Whether a unit found so may be taken without asking. */
        public boolean isCertain() {
            return this == EXACT || this == ALIAS || this == ABBREVIATION || this == GROUP;
        }
    }
}
