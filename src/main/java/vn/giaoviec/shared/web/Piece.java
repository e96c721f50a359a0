package vn.giaoviec.shared.web;

import java.util.List;
import java.util.function.Function;

/**
 * What was found for a {@link Slice} of a list that nobody counts.
 *
 * @param lines some of the list, in its order
 * @param page which piece of it these are, from 1
 * @param more whether others come after them
 * @param <T> a line
 */
public record Piece<T>(List<T> lines, long page, boolean more) {
    /** The same piece, told differently; a line may be told by none or several. */
    public <R> Piece<R> map(Function<List<T>, List<R>> told) {
        return new Piece<>(told.apply(lines), page, more);
    }

    /** How lines are read. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * @param most how many lines at most
         * @param skipped how many come before
         */
        List<T> read(int most, long skipped);
    }
}
