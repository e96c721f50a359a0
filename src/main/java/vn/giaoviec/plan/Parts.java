package vn.giaoviec.plan;

import java.util.List;

/**
 * Of what the value of an indicator is made when several units report it.
 *
 * @param rule how the province's value comes of theirs
 * @param units codes of the units that report a part each, at least one, in order
 */
public record Parts(RollUp rule, List<String> units) {
    public Parts {
        units = List.copyOf(units);
    }

    /** Whether that unit reports a part. */
    public boolean has(String unit) {
        return units.contains(unit);
    }
}
