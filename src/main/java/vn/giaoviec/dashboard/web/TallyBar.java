package vn.giaoviec.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import vn.giaoviec.casework.Standing;

/** The cases that count in the total as a bar of a hundred, cut by how they stand. */
final class TallyBar {
    private static final int WHOLE = 100;

    private TallyBar() {}

    /** The pieces from left to right, in the order of {@link Standing}; none if there is nothing to show. */
    static List<Piece> of(Tally tally) {
        List<Piece> pieces = new ArrayList<>();
        int before = 0;
        for (Standing standing : Standing.values()) {
            int count = standing == Standing.OTHER ? 0 : tally.count(standing);
            if (count > 0) {
                pieces.add(new Piece(standing, at(before, tally), at(before + count, tally) - at(before, tally)));
                before += count;
            }
        }
        return pieces;
    }

    private static double at(int cases, Tally tally) {
        return (double) WHOLE * cases / tally.total();
    }

    /**
     * @param standing how these cases stand
     * @param x where it begins
     * @param width how wide it is
     */
    record Piece(Standing standing, double x, double width) {}
}
