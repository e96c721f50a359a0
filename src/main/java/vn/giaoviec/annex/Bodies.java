package vn.giaoviec.annex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.Suggestion.Reason;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.Folded;

/** Understands the bodies a cell names: one by one, of the units there are on the day of issue. */
final class Bodies {
    private static final int LONGEST = 2_000;
    private static final int MOST_PIECES = 80;
    /** Of a whole annex; real ones have less than half. */
    private static final int MOST_PIECES_EVER = 20_000;

    private static final int LONGEST_NAME = 5;
    /** Like enough to a body that cannot be ordered either. */
    private static final int LIKE_ENOUGH = 60;

    /** Other provinces, which are named in plans of the government. */
    private static final Pattern PROVINCES = Pattern.compile(
            "(?:(?:ubnd|uy ban nhan dan) )?(?:cac )?tinh thanh pho(?: truc thuoc (?:trung uong|tw))?(?: lien quan)?");
    /** Ministries; commands of the police and the army are here. */
    private static final Pattern MINISTRIES = Pattern.compile("(?:cac )?bo(?! chi huy| tu lenh| doi)(?: .*)?");
    /** Without their marks these words begin as the names of bodies do. */
    private static final Pattern NO_HEADS = Pattern.compile("(?:vien thong|xa hoi)(?: .*)?");

    private final Map<String, Object> lists = WordLists.load("bodies.yaml");
    private final UnitNames names;
    private final Map<String, Group> groups = new HashMap<>();
    private final List<String> tails;
    private final Set<String> outside = new HashSet<>();
    private final Set<String> heads = new HashSet<>();
    private final Map<String, Bodies.Read> asked = new HashMap<>();
    private int piecesLeft = MOST_PIECES_EVER;

    Bodies(List<Unit> units, LocalDate day) {
        Map<String, List<String>> aliases = new HashMap<>();
        WordLists.maps(lists, "units")
                .forEach(unit -> aliases.put(String.valueOf(unit.get("code")), WordLists.texts(unit, "aliases")));
        names = new UnitNames(units, aliases, day, new NameWords(WordLists.texts(lists, "provinces")));
        for (Map<?, ?> group : WordLists.maps(lists, "groups")) {
            Group known = group(group);
            WordLists.texts(group, "words").forEach(words -> groups.put(WordLists.folded(words), known));
        }
        tails = WordLists.texts(lists, "tails").stream().map(WordLists::folded).toList();
        WordLists.texts(lists, "outside").forEach(words -> outside.add(WordLists.folded(words)));
        WordLists.texts(lists, "heads").forEach(words -> heads.add(WordLists.folded(words)));
    }

    private Group group(Map<?, ?> list) {
        List<String> kinds = WordLists.texts(list, "kinds");
        List<String> beginning =
                WordLists.texts(list, "beginning").stream().map(Folded::of).toList();
        List<String> except =
                WordLists.texts(list, "except").stream().map(Folded::of).toList();
        return new Group(String.valueOf(list.get("code")), String.valueOf(list.get("name")), names.members(unit -> {
            String name = Folded.of(unit.name().vi());
            return (kinds.contains(unit.kind().name()) || beginning.stream().anyMatch(name::startsWith))
                    && except.stream().noneMatch(name::startsWith);
        }));
    }

    /** Who a cell names. */
    Read read(String cell) {
        Read known = asked.get(cell);
        if (known == null && cell.length() > LONGEST) {
            return new Read(List.of(unknown(cell)), List.of(), List.of());
        }
        if (known == null) {
            known = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (BodyPhrase.Part part : BodyPhrase.parts(cell)) {
                read(part.text(), part.helps() ? known.helping : known.leading, known.inOffice);
            }
            asked.put(cell, known);
        }
        return known;
    }

    private void read(String text, List<Named> to, List<String> inOffice) {
        if (text.length() > LONGEST || BodyPhrase.leavesOut(text)) {
            to.add(unknown(text));
            return;
        }
        List<String> pieces =
                BodyPhrase.pieces(BodyPhrase.withoutPlural(BodyPhrase.withoutAnd(BodyPhrase.withoutBrackets(text))));
        piecesLeft -= pieces.size();
        if (pieces.size() > MOST_PIECES * 2 || piecesLeft < 0) {
            to.add(unknown(text, List.of()));
            return;
        }
        for (Span span : best(pieces)) {
            to.add(span.named);
            if (span.inOffice) {
                inOffice.add(span.named.text());
            }
        }
    }

    /** The way to join pieces into names that leaves least unknown. */
    private List<Span> best(List<String> pieces) {
        int count = (pieces.size() + 1) / 2;
        boolean departments = words(pieces.get(0)).matches("(cac )?so .*");
        double[] cost = new double[count + 1];
        @Nullable Span[] last = new Span[count + 1];
        for (int end = 1; end <= count; end++) {
            cost[end] = Double.MAX_VALUE;
            for (int begin = Math.max(0, end - LONGEST_NAME); begin < end; begin++) {
                Span span = span(pieces, begin, end, departments && begin > 0);
                if (cost[begin] + span.cost < cost[end]) {
                    cost[end] = cost[begin] + span.cost;
                    last[end] = span;
                }
            }
        }
        List<Span> way = new ArrayList<>();
        for (int at = count; at > 0; ) {
            Span span = java.util.Objects.requireNonNull(last[at]);
            if (!span.named.text().isBlank()) {
                way.add(0, span);
            }
            at = span.begin;
        }
        return way;
    }

    private Span span(List<String> pieces, int begin, int end, boolean departments) {
        String text = String.join("", pieces.subList(begin * 2, end * 2 - 1)).strip();
        String unit = BodyPhrase.withoutOffice(text);
        boolean inOffice = !unit.equals(text);
        int joined = end - begin - 1;
        String plain = words(text);
        if (plain.contains("tinh thanh pho") && PROVINCES.matcher(plain).matches()) {
            return new Span(begin, 1 + joined * 0.01, outside(text, List.of()), false);
        }
        if (plain.isEmpty()) {
            return new Span(begin, joined == 0 ? 0.5 : 100, unknown(""), false);
        }
        Named named = known(text, unit);
        if (!named.certain() && departments && named.kind() == Named.Kind.UNKNOWN) {
            Named elided = known(text, BodyPhrase.asDepartment(unit));
            named = elided.certain() ? elided : named;
        }
        double price =
                switch (named.kind()) {
                    case UNIT, GROUP -> 1 + joined * 0.01;
                    case OUTSIDE -> 1.6 + joined * 0.5 + headsWithin(pieces, begin, end) * 4;
                    case UNKNOWN -> 4 + joined + headsWithin(pieces, begin, end) * 4;
                };
        return new Span(begin, price, named, inOffice);
    }

    /** How many pieces but the first begin as the name of a body does. */
    private int headsWithin(List<String> pieces, int begin, int end) {
        int found = 0;
        for (int at = begin + 1; at < end; at++) {
            String plain = words(pieces.get(at * 2)) + " ";
            found += !NO_HEADS.matcher(plain).matches() && heads.stream().anyMatch(head -> plain.startsWith(head + " "))
                    ? 1
                    : 0;
        }
        return found;
    }

    private Named known(String text, String unit) {
        String plain = words(unit);
        Named group = group(text, plain);
        if (group != null) {
            return group;
        }
        boolean foreign = isOutside(plain);
        List<Suggestion> suggestions = names.suggest(unit);
        if (!suggestions.isEmpty()) {
            Suggestion first = suggestions.get(0);
            if (first.reason().isCertain()) {
                boolean outsider = foreign && names.unit(first.unit()).kind() == Unit.Kind.BODY;
                return new Named(
                        text, Named.Kind.UNIT, first.unit(), first.name(), true, List.of(), suggestions, outsider);
            }
            if (first.reason() == Reason.SUCCESSOR || first.reason() == Reason.ENDED) {
                return new Named(text, Named.Kind.UNIT, null, null, false, List.of(), suggestions, false);
            }
        }
        return foreign
                ? outside(text, MINISTRIES.matcher(plain).matches() ? List.of() : outsiders(suggestions))
                : new Named(text, Named.Kind.UNKNOWN, null, null, false, List.of(), suggestions, false);
    }

    private static Named outside(String text, List<Suggestion> suggestions) {
        return new Named(text, Named.Kind.OUTSIDE, null, null, false, List.of(), suggestions, true);
    }

    /** A body that cannot be ordered is none of the departments, however alike their names are. */
    private List<Suggestion> outsiders(List<Suggestion> suggestions) {
        return suggestions.stream()
                .filter(one ->
                        one.score() >= LIKE_ENOUGH && names.unit(one.unit()).kind() == Unit.Kind.BODY)
                .toList();
    }

    private @Nullable Named group(String text, String plain) {
        String words = plain.replace("uy ban nhan dan", "ubnd")
                .replaceAll("\\btx\\b", "thi xa")
                .replaceAll("\\btp\\b", "thanh pho");
        boolean some = false;
        for (boolean cut = true; cut; ) {
            Group group = groups.get(words);
            if (group != null) {
                boolean certain = !some && !group.members.isEmpty();
                List<Suggestion> self =
                        List.of(new Suggestion(group.code, group.name, certain ? 95 : 70, Reason.GROUP));
                return new Named(
                        text,
                        Named.Kind.GROUP,
                        certain ? group.code : null,
                        certain ? group.name : null,
                        certain,
                        group.members,
                        self,
                        false);
            }
            cut = false;
            for (String tail : tails) {
                if (words.endsWith(" " + tail)) {
                    words = words.substring(0, words.length() - tail.length() - 1);
                    // “liên quan”: only some of them, and nobody says which
                    some |= tail.contains("lien quan") || tail.contains("giai quyet");
                    cut = true;
                    break;
                }
            }
        }
        return null;
    }

    private boolean isOutside(String plain) {
        if (NO_HEADS.matcher(plain).matches()) {
            return false;
        }
        String rest = plain;
        while (!rest.isEmpty()) {
            if (outside.contains(rest)) {
                return true;
            }
            int blank = rest.lastIndexOf(' ');
            rest = blank < 0 ? "" : rest.substring(0, blank);
        }
        return false;
    }

    private Named unknown(String text) {
        return unknown(text, text.length() > LONGEST ? List.of() : names.suggest(text));
    }

    private static Named unknown(String text, List<Suggestion> suggestions) {
        return new Named(text, Named.Kind.UNKNOWN, null, null, false, List.of(), suggestions, false);
    }

    private static String words(String text) {
        return WordLists.folded(text);
    }

    private record Group(String code, String name, List<String> members) {}

    private record Span(int begin, double cost, Named named, boolean inOffice) {}

    /**
     * @param leading who is named as leading, or simply named
     * @param helping who stands behind “cùng” or “phối hợp với”
     * @param inOffice those that are named by a person in office
     */
    record Read(List<Named> leading, List<Named> helping, List<String> inOffice) {}
}
