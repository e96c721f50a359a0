package vn.giaoviec.casework;

/** Who is told of a deadline; later ones are told when earlier ones did not suffice. */
public enum Audience {
    /** The officer who has the work, and the head of the accountable unit. */
    UNIT,
    /** The head of the accountable unit. */
    HEAD,
    /** Those who steer the plan. */
    PLAN_OFFICE,
    /** The leaders of the province. */
    LEADER
}
