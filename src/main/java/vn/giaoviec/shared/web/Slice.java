package vn.giaoviec.shared.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a long list: pages that list the cases of a large province show some of them at a time.
 *
 * @param page the number of the piece, from 1
 * @param size how many lines it has at most
 * @param found how many lines the whole list has, 0 if nobody counted
 */
public record Slice(long page, int size, long found) {
    private static final int SHOWN = 100;

    /** Whoever takes the tables of a page away gets all of the list: as many lines as a sheet may have. */
    private static final int TAKEN = 1_000_000;

    /**
     * The piece that is asked for, or the nearest there is.
     *
     * @param tables how the page's tables are taken away, or null if they are shown
     */
    public static Slice of(long page, long found, @Nullable String tables) {
        int size = size(tables);
        return new Slice(Math.max(1, Math.min(page, pages(found, size))), size, found);
    }

    /** A piece of a list that nobody counts; it may be one that is not there. */
    public static Slice uncounted(int page, @Nullable String tables) {
        return new Slice(Math.max(1, page), size(tables), 0);
    }

    private static int size(@Nullable String tables) {
        return tables == null ? SHOWN : TAKEN;
    }

    /** Reads a piece of a list that nobody counts: a line too many says that others follow. Instead of one that is not there, the first. */
    public <T> Piece<T> read(Piece.Reader<T> reader) {
        List<T> lines = reader.read(size + 1, skipped());
        return lines.isEmpty() && page > 1
                ? new Slice(1, size, found).read(reader)
                : new Piece<>(lines.stream().limit(size).toList(), page, lines.size() > size);
    }

    public long pages() {
        return pages(found, size);
    }

    /** How many lines come before. */
    public long skipped() {
        return (page - 1) * size;
    }

    private static long pages(long found, int size) {
        return (found + size - 1) / size;
    }
}
