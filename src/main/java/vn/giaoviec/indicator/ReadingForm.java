package vn.giaoviec.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.indicator.ReadingPeriod.Calculation;
import vn.giaoviec.indicator.ReadingRefused.Problem;
import vn.giaoviec.plan.RollUp;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.BroughtFile;
import vn.giaoviec.shared.Refusal;

/** Reads a form, and finds every mistake that can be seen in it alone. */
final class ReadingForm {
    static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_SOURCE = 500;
    private static final int LONGEST_DOCUMENT = 100;
    private static final BigDecimal TOO_LARGE = new BigDecimal("1e14");
    /** Nothing is older than the calendar's first year. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final Target target;
    private final boolean ofPart;
    private final LocalDate today;
    private final TypedReading typed;
    private final List<Problem> problems = new ArrayList<>();

    private ReadingForm(Target target, boolean ofPart, LocalDate today, TypedReading typed) {
        this.target = target;
        this.ofPart = ofPart;
        this.today = today;
        this.typed = typed;
    }

    /**
     * @param target the indicator that is reported
     * @param ofPart whether it is of the part of a unit
     * @throws ReadingRefused with every mistake found
     */
    static Reported read(Target target, boolean ofPart, LocalDate today, TypedReading typed) {
        return new ReadingForm(target, ofPart, today, typed).read();
    }

    private Reported read() {
        ReadingPeriod period = period();
        Measured measured = target.kind() == Target.Kind.QUALITATIVE ? answer() : figure();
        String source = written("source", typed.source(), LONGEST_SOURCE, "refusal.readingSource");
        String document = typed.document().isEmpty()
                ? null
                : written("document", typed.document(), LONGEST_DOCUMENT, "refusal.readingDocument");
        Long corrects = corrects();
        String reason = corrects == null
                ? null
                : written("reason", typed.reason(), LONGEST_REASON, "refusal.readingCorrectionReason");
        ReadingFile file = typed.file() == null ? null : file(typed.file());
        if (!problems.isEmpty()) {
            throw new ReadingRefused(problems);
        }
        return new Reported(period, Objects.requireNonNull(measured), source, document, corrects, reason, file);
    }

    private ReadingPeriod period() {
        LocalDate asOf = day("asOf", typed.asOf());
        LocalDate from = null;
        if (typed.calculation().equals(Calculation.FLOW.name())) {
            from = day("from", typed.from());
            if (from.isAfter(asOf)) {
                problem("from", "refusal.readingDaysInOrder");
            }
        } else if (!typed.calculation().equals(Calculation.STOCK.name())) {
            problem("calculation", "refusal.readingCalculation");
        } else if (!typed.from().isEmpty()) {
            problem("from", "refusal.readingStockHasOneDay");
        }
        return new ReadingPeriod(from, asOf);
    }

    private LocalDate day(String field, String words) {
        try {
            LocalDate day = LocalDate.parse(words);
            if (day.isAfter(today)) {
                problem(field, "refusal.readingDayToCome", today);
            } else if (day.isBefore(EARLIEST)) {
                problem(field, "refusal.readingDayTooOld", EARLIEST);
            }
            return day;
        } catch (DateTimeException noDay) {
            problem(field, "refusal.readingDay");
            return today;
        }
    }

    private @Nullable Measured answer() {
        boolean yes = typed.reached().equals("yes");
        if (!yes && !typed.reached().equals("no")) {
            problem("reached", "refusal.readingAnswer");
        }
        return Measured.answer(yes);
    }

    private @Nullable Measured figure() {
        int before = problems.size();
        BigDecimal value = number("value", typed.value());
        BigDecimal numerator = number("numerator", typed.numerator());
        BigDecimal denominator = number("denominator", typed.denominator());
        if (problems.size() > before) {
            return null;
        }
        if (numerator == null && denominator == null) {
            if (ofPart && target.isPercent() && rule() == RollUp.SUM) {
                return missing("numerator", "refusal.readingPartsAdded");
            }
            return value == null ? missing("value", "refusal.readingValue") : Measured.figure(value);
        }
        if (numerator == null || denominator == null) {
            return missing(numerator == null ? "numerator" : "denominator", "refusal.readingBothParts");
        }
        if (ofPart
                && rule() != RollUp.LATEST
                && value == null
                && numerator.signum() == 0
                && denominator.signum() == 0) {
            return Measured.NOTHING;
        }
        return denominator.signum() > 0
                ? ratio(value, numerator, denominator)
                : missing("denominator", "refusal.readingDenominator");
    }

    private @Nullable RollUp rule() {
        return target.parts() == null ? null : target.parts().rule();
    }

    private @Nullable Measured ratio(@Nullable BigDecimal value, BigDecimal numerator, BigDecimal denominator) {
        boolean percent = target.isPercent();
        Measured ratio = Measured.ratio(numerator, denominator, percent);
        BigDecimal computed = Objects.requireNonNull(ratio.value());
        if (computed.abs().compareTo(TOO_LARGE) >= 0) {
            return missing("denominator", "refusal.readingDenominator");
        }
        if (value == null) {
            return ratio;
        }
        return Measured.fits(value, numerator, denominator, percent)
                ? new Measured(value, numerator, denominator, null)
                : missing("value", "refusal.readingRatio", computed);
    }

    private @Nullable BigDecimal number(String field, String words) {
        if (words.isEmpty()) {
            return null;
        }
        if (NumberPhrase.isAmbiguous(words)) {
            problem(field, "refusal.readingNumberAmbiguous", words);
            return null;
        }
        return NumberPhrase.read(words).orElseGet(() -> {
            problem(field, "refusal.readingNumber");
            return null;
        });
    }

    private @Nullable Long corrects() {
        if (typed.corrects().isEmpty()) {
            return null;
        }
        if (typed.corrects().matches("\\d{1,18}")) {
            return Long.valueOf(typed.corrects());
        }
        problem("corrects", "refusal.readingCorrects");
        return null;
    }

    /** Reads it once to know it; the reading stands and falls with its bytes. */
    private @Nullable ReadingFile file(ReadingFile.Typed sent) {
        try (InputStream content = sent.content().open()) {
            BroughtFile file = BroughtFile.of(sent.name(), content);
            BroughtFile.Content read = file.read((number, chunk) -> {});
            return new ReadingFile(file.name(), file.mediaType(), read.size(), read.sha256());
        } catch (Refusal refused) {
            problem("file", refused.key(), refused.args().toArray());
            return null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String written(String field, String words, int longest, String key) {
        if (words.isEmpty() || words.length() > longest) {
            problem(field, key, longest);
        }
        return words;
    }

    private @Nullable Measured missing(String field, String key, Object... args) {
        problem(field, key, args);
        return null;
    }

    private void problem(String field, String key, Object... args) {
        problems.add(Problem.of(field, key, args));
    }
}
