package vn.giaoviec.annex;

import java.util.List;

/**
 * A solution group or an indicator that the words of a task point to. To be confirmed by a person, always.
 *
 * @param code the group's number or the indicator's code
 * @param score how strongly, more is stronger; to rank by only
 * @param terms the words that were found
 */
public record Guess(String code, int score, List<String> terms) {}
