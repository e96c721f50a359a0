package vn.giaoviec.audit.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.giaoviec.audit.EntryFilter;
import vn.giaoviec.shared.CaseKey;

/** What was typed to look for, as it was typed: whatever is wrong with it is said, and nothing of it is lost. */
record AskedFor(
        @Nullable String person,
        @Nullable String unit,
        @Nullable String theCase,
        @Nullable String action,
        @Nullable String from,
        @Nullable String to,
        @Nullable Boolean refused) {

    /** Message keys of what is wrong. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        check(this::caseKey, "audit.wrong.case", wrong);
        check(() -> day(from), "audit.wrong.from", wrong);
        check(() -> day(to), "audit.wrong.to", wrong);
        if (wrong.isEmpty() && from() != null && to() != null) {
            LocalDate first = day(from);
            LocalDate last = day(to);
            if (first != null && last != null && last.isBefore(first)) {
                wrong.add("audit.wrong.period");
            }
        }
        return wrong;
    }

    private static void check(Runnable reading, String message, List<String> wrong) {
        try {
            reading.run();
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            wrong.add(message);
        }
    }

    /** What is looked for; asked only if nothing is wrong. */
    EntryFilter filter() {
        return new EntryFilter(given(person), given(unit), caseKey(), given(action), day(from), day(to), onlyRefused());
    }

    /** The same as the part of an address behind the question mark; empty if anything will do. */
    String query() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "person", person);
        put(all, "unit", unit);
        put(all, "theCase", theCase);
        put(all, "action", action);
        put(all, "from", from);
        put(all, "to", to);
        put(all, "refused", onlyRefused() ? "true" : null);
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        String query = address.encode().buildAndExpand(all).toUri().getRawQuery();
        return query == null ? "" : query;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        String given = given(value);
        if (given != null) {
            all.put(name, given);
        }
    }

    private boolean onlyRefused() {
        return Boolean.TRUE.equals(refused);
    }

    private @Nullable CaseKey caseKey() {
        String given = given(theCase);
        return given == null ? null : CaseKey.of(given);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        String given = given(text);
        return given == null ? null : LocalDate.parse(given);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
