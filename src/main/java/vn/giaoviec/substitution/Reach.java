package vn.giaoviec.substitution;

import java.util.Set;

/**
 * As whose step one may be worked by a person: the own ones, and those of the people they stand in for today.
 *
 * @param groups whose steps the person may take
 * @param persons whose assigned steps the person may do, the person included
 */
public record Reach(Set<String> groups, Set<String> persons) {}
