package vn.giaoviec.directory;

import java.util.Optional;

/** Names of the groups: the same in our tables, in the engine and, as paths, in Keycloak. */
public final class Groups {
    /** Imports, issues and steers the plan; accepts products. */
    public static final String PLAN_OFFICE = "plan-office";
    /** Reads all, works the steps addressed to leaders. */
    public static final String LEADER = "leader";
    /** Reads all, changes nothing of a case. */
    public static final String INSPECTOR = "inspector";
    /** People and settings, no casework. */
    public static final String ADMINISTRATOR = "administrator";

    private static final String HEAD = ".head";

    private Groups() {}

    /** Those who lead a unit: assign inside it, approve or return its product. */
    public static String head(String unit) {
        return unit + HEAD;
    }

    /** The unit that members of a group lead; empty for other groups. */
    static Optional<String> headedUnit(String group) {
        return group.endsWith(HEAD)
                ? Optional.of(group.substring(0, group.length() - HEAD.length()))
                : Optional.empty();
    }

    /** Those who do the work of a unit. */
    public static String staff(String unit) {
        return unit + ".staff";
    }
}
