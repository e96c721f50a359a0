package vn.giaoviec.substitution;

/**
 * What a person may do today in another's place.
 *
 * @param person the absent one
 * @param group in whose steps; a group of the absent one
 */
public record Held(String person, String group) {}
