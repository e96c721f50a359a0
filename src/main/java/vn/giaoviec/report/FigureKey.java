package vn.giaoviec.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names a figure of a report.
 *
 * @param scope of which cases
 * @param code of which group, pillar or unit; {@code all} for the whole plan
 * @param count what is counted
 */
public record FigureKey(Scope scope, String code, Count count) {
    static final String ALL = "all";

    private static final Pattern WRITTEN = Pattern.compile("([A-Z]+)\\.([^.]+)\\.([A-Z_]+)");

    /** Of which cases a figure is; each has a message {@code report.scope.<name>}. */
    public enum Scope {
        WHOLE,
        GROUP,
        PILLAR,
        UNIT
    }

    /** Reads what {@link #toString} has written; empty if it names no figure. */
    public static Optional<FigureKey> read(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Stream.of(Scope.values())
                .filter(scope -> scope.name().equals(parts.group(1)))
                .flatMap(scope -> Stream.of(Count.values())
                        .filter(count -> count.name().equals(parts.group(3)))
                        .map(count -> new FigureKey(scope, parts.group(2), count)))
                .findFirst();
    }

    /** Whether a case counts in this figure. */
    boolean counts(ReportedCase one, ReportPeriod period) {
        boolean within =
                switch (scope) {
                    case WHOLE -> code.equals(ALL);
                    case GROUP -> code.equals(String.valueOf(one.group()));
                    case PILLAR -> one.pillars().contains(code);
                    case UNIT -> code.equals(one.unit());
                };
        return within && count.counts(one, period);
    }

    @Override
    public String toString() {
        return scope + "." + code + "." + count;
    }
}
