package vn.giaoviec.annex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.Folded;

/**
 * Suggests the indicators a task supports by pairs of words it shares with their names; pairs that many names have say little.
 * A code that is written says all.
 */
final class GuessIndicators {
    private static final int MOST = 3;
    private static final double ENOUGH = 1.0;

    private final List<Target> targets;
    private final List<List<String>> words = new ArrayList<>();
    private final Map<String, Integer> namesWith = new HashMap<>();

    GuessIndicators(List<Target> targets) {
        this.targets = targets;
        for (Target target : targets) {
            List<String> name = Folded.words(target.name().vi());
            words.add(name);
            pairs(name).forEach(pair -> namesWith.merge(pair, 1, Integer::sum));
        }
    }

    /**
     * @param text what is to be done and delivered
     * @param named what a column for indicators says, may be empty
     */
    List<Guess> guess(String text, String named) {
        Set<String> codes = new HashSet<>(List.of(named.split("[^\\p{L}\\d]+", -1)));
        Set<String> pairs = pairs(Folded.words(text + ". " + named));
        List<Guess> guesses = new ArrayList<>();
        for (int at = 0; at < targets.size(); at++) {
            Target target = targets.get(at);
            if (codes.contains(target.code())) {
                guesses.add(new Guess(target.code(), 100, List.of(target.code())));
                continue;
            }
            List<String> name = words.get(at);
            double score = 0;
            boolean telling = false;
            Set<String> counted = new HashSet<>();
            for (String pair : pairs(name)) {
                if (pairs.contains(pair) && counted.add(pair)) {
                    int names = namesWith.getOrDefault(pair, 1);
                    score += 1.0 / names;
                    telling |= names <= 3;
                }
            }
            if (telling && score >= ENOUGH) {
                guesses.add(new Guess(
                        target.code(), (int) Math.min(99, Math.round(score * 10)), terms(name, pairs, target)));
            }
        }
        guesses.sort(Comparator.comparingInt(Guess::score).reversed());
        return guesses.stream().limit(MOST).toList();
    }

    private static Set<String> pairs(List<String> words) {
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at + 1 < words.size(); at++) {
            pairs.add(words.get(at) + " " + words.get(at + 1));
        }
        return pairs;
    }

    /** The parts of the name that the text has too, as the name writes them. */
    private static List<String> terms(List<String> name, Set<String> pairs, Target target) {
        String[] written =
                target.name().vi().replaceAll("[^\\p{L}\\p{N}]+", " ").strip().split(" ", -1);
        List<String> terms = new ArrayList<>();
        StringBuilder term = new StringBuilder();
        for (int at = 0; at < name.size() && at < written.length; at++) {
            boolean goesOn = at + 1 < name.size() && pairs.contains(name.get(at) + " " + name.get(at + 1));
            if (goesOn || !term.isEmpty()) {
                term.append(term.isEmpty() ? "" : " ").append(written[at]);
            }
            if (!goesOn && !term.isEmpty()) {
                terms.add(term.toString());
                term.setLength(0);
            }
        }
        return terms;
    }
}
