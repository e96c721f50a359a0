package vn.giaoviec.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that was made; it never changes.
 *
 * @param year the year in which it was made; numbers begin anew with each
 * @param number 1 for the first of that year, without gaps
 * @param planYear the plan it reports on
 * @param period the time it reports on
 * @param snapshot what it rests on, as canonical JSON
 * @param sha256 the hash of that, in hexadecimal
 * @param by who made it
 * @param byName that person's name, or null if nobody of that id is known any more
 * @param at when, on the business clock
 */
public record Report(
        int year,
        int number,
        int planYear,
        ReportPeriod period,
        String snapshot,
        String sha256,
        String by,
        @Nullable String byName,
        Instant at) {
    private static final int SHORT = 16;

    /** Its number as people write it, e.g. {@code 03/BC/2024}. */
    public String written() {
        return "%02d/BC/%d".formatted(number, year);
    }

    /** The beginning of its hash, enough to compare by eye. */
    public String shortHash() {
        return sha256.substring(0, Math.min(SHORT, sha256.length()));
    }

    /** Where its page is. */
    public String path() {
        return "/reports/" + year + "/" + number;
    }

    /** Whether the snapshot is what the hash says. */
    public boolean matches() {
        return CanonicalJson.sha256(snapshot).equals(sha256);
    }

    /** What it says. */
    public Snapshot content() {
        return CanonicalJson.read(snapshot);
    }
}
