package vn.giaoviec.directory;

/**
 * The directory learned of units that a plan names.
 *
 * @param count how many units the directory knows now
 */
public record UnitsLearned(int count) {}
