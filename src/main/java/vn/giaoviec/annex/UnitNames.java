package vn.giaoviec.annex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.giaoviec.annex.Suggestion.Reason;
import vn.giaoviec.directory.Unit;

/** The names of the units there are on a day, and which unit words mean. */
final class UnitNames {
    private static final int MOST_SUGGESTIONS = 5;
    private static final int LEAST_LIKE = 45;
    private static final int MOST_KEPT = 50_000;
    /** Of a whole annex: beyond, only names that are known are found. */
    private static final int MOST_COMPARISONS = 8_000;

    private static final int MOST_LIKE = 84;
    private static final String COMMITTEE = "uy ban nhan dan ";

    private final LocalDate day;
    private final NameWords words;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, List<List<String>>> formsOf = new LinkedHashMap<>();
    private final Map<String, Map<String, Reason>> byForm = new HashMap<>();
    private final Map<String, List<Suggestion>> asked = new HashMap<>();
    private int comparisonsLeft = MOST_COMPARISONS;

    UnitNames(List<Unit> given, Map<String, List<String>> aliases, LocalDate day, NameWords words) {
        this.day = day;
        this.words = words;
        given.forEach(unit -> units.put(unit.code(), unit));
        units.values().forEach(unit -> add(unit, unit.name().vi(), Reason.EXACT));
        for (Unit unit : units.values()) {
            add(unit, unit.shortName(), Reason.ALIAS);
            add(unit, unit.code(), Reason.ALIAS);
            aliases.getOrDefault(unit.code(), List.of()).forEach(alias -> add(unit, alias, Reason.ALIAS));
            String name = String.join(" ", words.of(unit.name().vi()));
            if (unit.kind() == Unit.Kind.DISTRICT && name.startsWith(COMMITTEE)) {
                String place = name.substring(COMMITTEE.length());
                add(unit, place, Reason.ALIAS);
                add(unit, place.replaceFirst("^(huyen|thi xa|thanh pho|quan) ", ""), Reason.ALIAS);
            }
        }
    }

    private void add(Unit unit, String name, Reason reason) {
        List<String> form = words.of(name);
        if (!form.isEmpty()) {
            formsOf.computeIfAbsent(unit.code(), any -> new ArrayList<>()).add(form);
            byForm.computeIfAbsent(String.join(" ", form), any -> new LinkedHashMap<>())
                    .putIfAbsent(unit.code(), reason);
        }
    }

    /** The units of that kind of group that exist on the day. */
    List<String> members(java.util.function.Predicate<Unit> which) {
        return units.values().stream()
                .filter(unit -> unit.existsOn(day))
                .filter(which)
                .map(Unit::code)
                .toList();
    }

    /** The unit of a code that a suggestion names. */
    Unit unit(String code) {
        return java.util.Objects.requireNonNull(units.get(code));
    }

    /** Units the words may mean, the likeliest first. If the first is certain, it is the only one that the words name. */
    List<Suggestion> suggest(String text) {
        String key = String.join(" ", words.of(text));
        if (asked.size() > MOST_KEPT) {
            asked.clear();
        }
        return asked.computeIfAbsent(key, any -> key.isEmpty() ? List.of() : look(words.of(text)));
    }

    private List<Suggestion> look(List<String> written) {
        Map<String, Reason> named = byForm.getOrDefault(String.join(" ", written), Map.of());
        if (named.isEmpty()) {
            named = shortened(written);
        }
        List<Suggestion> found = new ArrayList<>();
        List<Unit> existing = named.keySet().stream()
                .map(this::unit)
                .filter(unit -> unit.existsOn(day))
                .toList();
        for (Unit unit : existing) {
            Reason reason = existing.size() == 1 ? named.getOrDefault(unit.code(), Reason.ALIAS) : Reason.SIMILAR;
            found.add(suggestion(unit, reason == Reason.EXACT ? 100 : reason == Reason.SIMILAR ? 80 : 95, reason));
        }
        if (existing.isEmpty()) {
            named.keySet().forEach(code -> ended(unit(code), found));
        }
        if ((found.isEmpty() || !found.get(0).reason().isCertain()) && comparisonsLeft-- > 0) {
            alike(written, found);
        }
        return found.stream().limit(MOST_SUGGESTIONS).toList();
    }

    private Map<String, Reason> shortened(List<String> written) {
        Map<String, Reason> named = new LinkedHashMap<>();
        formsOf.forEach((code, forms) -> {
            if (forms.stream().anyMatch(form -> NameWords.shorten(written, form))) {
                named.put(code, Reason.ABBREVIATION);
            }
        });
        return named;
    }

    /** Whoever took over comes before the one that is no more, or is not yet. */
    private void ended(Unit unit, List<Suggestion> found) {
        Set<String> seen = new HashSet<>();
        for (String next = unit.successor(); next != null && seen.add(next); ) {
            Unit heir = units.get(next);
            if (heir == null) {
                break;
            }
            if (heir.existsOn(day)) {
                found.add(suggestion(heir, 90, Reason.SUCCESSOR));
                break;
            }
            next = heir.successor();
        }
        found.add(suggestion(unit, 50, Reason.ENDED));
    }

    private void alike(List<String> written, List<Suggestion> found) {
        Set<String> known = new HashSet<>();
        found.forEach(suggestion -> known.add(suggestion.unit()));
        List<Suggestion> alike = new ArrayList<>();
        String text = " " + String.join(" ", written) + " ";
        formsOf.forEach((code, forms) -> {
            Unit unit = unit(code);
            if (known.contains(code) || !unit.existsOn(day)) {
                return;
            }
            int likeness = 0;
            boolean part = false;
            for (List<String> form : forms) {
                likeness = Math.max(likeness, NameWords.likeness(written, form));
                part |= form.size() > 1 && text.contains(" " + String.join(" ", form) + " ");
            }
            int score = Math.min(MOST_LIKE, part ? Math.max(70, likeness) : likeness);
            if (score >= LEAST_LIKE) {
                alike.add(suggestion(unit, score, part ? Reason.PART : Reason.SIMILAR));
            }
        });
        alike.sort(Comparator.comparingInt(Suggestion::score).reversed());
        found.addAll(alike);
    }

    private static Suggestion suggestion(Unit unit, int score, Reason reason) {
        return new Suggestion(unit.code(), unit.name().vi(), score, reason);
    }
}
