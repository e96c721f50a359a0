package vn.giaoviec.report;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What a report says, in one language. */
final class Words {
    /** The language of official documents. */
    static final Locale OFFICIAL = Locale.forLanguageTag("vi");

    private final MessageSource messages;
    private final Locale locale;

    Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    String say(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : "%1$td/%1$tm/%1$tY".formatted(day);
    }

    /** With one decimal, as people of that language write it. */
    String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** E.g. “quý I/2024”. */
    String period(ReportPeriod period) {
        return say("report.period." + period.kind(), period.number(), String.valueOf(period.year()));
    }
}
