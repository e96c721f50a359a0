package vn.giaoviec.dashboard.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.Folded;

/** One box for assignments, units, people and names of files; with marks or without. */
@Controller
class SearchPage {
    private static final int SHOWN = 30;
    private static final int LONGEST = 100;

    private final SearchQuery search;
    private final Directory directory;

    SearchPage(SearchQuery search, Directory directory) {
        this.search = search;
        this.directory = directory;
    }

    /** What a search is narrowed to. */
    enum Kind {
        ALL,
        ASSIGNMENTS,
        UNITS,
        PEOPLE,
        FILES
    }

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "ALL") Kind kind, Model model) {
        String asked = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        List<String> words = Folded.words(asked);
        model.addAttribute("q", asked);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("longest", LONGEST);
        model.addAttribute("shown", SHOWN);
        model.addAttribute("asked", !words.isEmpty());
        if (!words.isEmpty()) {
            find(words, kind, model);
        }
        return "dashboard/search";
    }

    private void find(List<String> words, Kind kind, Model model) {
        List<Unit> units = directory.units();
        model.addAttribute(
                "assignments", wanted(kind, Kind.ASSIGNMENTS) ? search.assignments(words, SHOWN) : List.of());
        model.addAttribute(
                "units",
                wanted(kind, Kind.UNITS)
                        ? matching(
                                units.stream(),
                                words,
                                one -> one.code() + " " + one.shortName() + " "
                                        + one.name().vi() + " " + one.name().en())
                        : List.of());
        model.addAttribute(
                "people",
                wanted(kind, Kind.PEOPLE)
                        ? matching(directory.people().stream(), words, one -> one.id() + " " + one.name())
                        : List.of());
        // whoever types a unit's code or short name wants the unit
        String whole = String.join(" ", words);
        model.addAttribute(
                "unitFirst",
                units.stream()
                        .flatMap(one -> Stream.of(one.code(), one.shortName()))
                        .anyMatch(name -> String.join(" ", Folded.words(name)).equals(whole)));
        model.addAttribute("unitNames", units.stream().collect(Collectors.toMap(Unit::code, Unit::name)));
        model.addAttribute("files", wanted(kind, Kind.FILES) ? files(words, units) : List.of());
    }

    private List<SearchQuery.File> files(List<String> words, List<Unit> units) {
        Person me = directory.me();
        return search.files(
                words,
                me.readsEverything(),
                units.stream().map(Unit::code).filter(me::worksIn).toList(),
                SHOWN);
    }

    private static boolean wanted(Kind kind, Kind one) {
        return kind == Kind.ALL || kind == one;
    }

    /** Those with every word; those in which more of the words begin a word come first, else the order stays. */
    private static <T> List<T> matching(Stream<T> all, List<String> words, Function<T, String> text) {
        return all.map(one -> new Match<>(one, Folded.of(text.apply(one))))
                .filter(match -> words.stream().allMatch(match.folded::contains))
                .sorted(Comparator.comparingLong(match -> match.inside(words)))
                .limit(SHOWN)
                .map(Match::one)
                .toList();
    }

    private record Match<T>(T one, String folded) {
        /** How many of the words stand only inside of others. */
        long inside(List<String> words) {
            List<String> begun = Folded.words(folded);
            return words.stream()
                    .filter(word -> begun.stream().noneMatch(own -> own.startsWith(word)))
                    .count();
        }
    }
}
