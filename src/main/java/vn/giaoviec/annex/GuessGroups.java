package vn.giaoviec.annex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.giaoviec.plan.SolutionGroup;

/** Suggests the solution group of a task by words that speak for one, and tells those it found. */
final class GuessGroups {
    private static final int ENOUGH = 2;

    private final Map<SolutionGroup, Map<String, Integer>> terms = new LinkedHashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();

    GuessGroups(List<SolutionGroup> groups) {
        Map<String, Object> list = WordLists.load("solution-terms.yaml");
        for (SolutionGroup group : groups) {
            Map<String, Integer> weights = new LinkedHashMap<>();
            if (list.get(group.process()) instanceof Map<?, ?> byWeight) {
                for (Object weight : byWeight.keySet()) {
                    for (String term : WordLists.texts(byWeight, weight)) {
                        weights.put(WordLists.folded(term), Integer.valueOf(String.valueOf(weight)));
                        written.put(WordLists.folded(term), term);
                    }
                }
            }
            // the group's own name speaks for it most clearly
            String name = WordLists.folded(group.name().vi());
            weights.put(name, 5);
            written.put(name, group.name().vi());
            terms.put(group, weights);
        }
    }

    /**
     * @param headline words above the task; they count as its own
     * @param title what is to be done
     * @param deliverable the product: words in it only add to those of the title
     * @return the groups found, the likeliest first; none if no words speak
     */
    List<Guess> guess(String headline, String title, String deliverable) {
        String own = " " + WordLists.folded(title) + " ";
        String all = own + "| " + WordLists.folded(headline) + " ";
        String product = " " + WordLists.folded(deliverable) + " ";
        List<Guess> guesses = new ArrayList<>();
        terms.forEach((group, weights) -> {
            int score = 0;
            List<String> found = new ArrayList<>();
            for (Map.Entry<String, Integer> term : weights.entrySet()) {
                String words = " " + term.getKey() + " ";
                int weight = term.getValue() * (all.contains(words) ? 2 : product.contains(words) ? 1 : 0);
                if (weight > 0) {
                    score += weight;
                    found.add(written.getOrDefault(term.getKey(), term.getKey()));
                }
            }
            if (score >= ENOUGH) {
                guesses.add(new Guess(String.valueOf(group.number()), score, found));
            }
        });
        guesses.sort(Comparator.comparingInt(Guess::score).reversed());
        return guesses;
    }
}
