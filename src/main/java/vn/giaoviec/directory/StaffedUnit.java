package vn.giaoviec.directory;

import java.util.List;

/**
 * A unit with those who work in it.
 *
 * @param unit the unit, whether it still exists or not
 * @param people its active head and staff, by name
 */
public record StaffedUnit(Unit unit, List<Person> people) {}
