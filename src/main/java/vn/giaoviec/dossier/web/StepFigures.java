package vn.giaoviec.dossier.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.dossier.web.GroupStepsQuery.Finished;
import vn.giaoviec.dossier.web.GroupStepsQuery.Open;
import vn.giaoviec.workflow.ProcessModel;

/**
 * One step of a model over all cases of a solution group; beyond a thousand, nothing is counted further.
 *
 * @param process the process the step belongs to
 * @param element its id in the model
 * @param name its Vietnamese name
 * @param open how many wait
 * @param late how many of them are overdue
 * @param finished how many were completed
 * @param medianDays working days from opening to completion that half of the finished ones did not exceed, 0 within one
 *     day; null where none is finished
 */
record StepFigures(
        String process,
        String element,
        String name,
        int open,
        int late,
        int finished,
        @Nullable Double medianDays) {

    /** A number as it is shown: nobody counts further than {@link GroupStepsQuery#MOST}. */
    static String upTo(int count) {
        return count > GroupStepsQuery.MOST ? GroupStepsQuery.MOST + "+" : String.valueOf(count);
    }

    public String openShown() {
        return upTo(open);
    }

    public String lateShown() {
        return upTo(late);
    }

    public String finishedShown() {
        return upTo(finished);
    }

    /** What waits in a called process, as the element that calls it shows it: several steps have no common median. */
    StepFigures calledAt(String call) {
        return new StepFigures(process, call, name, open, late, finished, null);
    }

    StepFigures and(StepFigures more) {
        return new StepFigures(
                process, element, name, open + more.open, late + more.late, finished + more.finished, null);
    }

    /** The steps of the model in its order, then those of the processes beside it and of older models. */
    static List<StepFigures> of(ProcessModel model, List<Open> open, List<Finished> finished, WorkingDays days) {
        Map<List<String>, String> names = new LinkedHashMap<>();
        model.steps().forEach(step -> names.put(List.of(model.process(), step.element()), step.name()));
        Map<List<String>, Open> waiting = new LinkedHashMap<>();
        for (Open one : open) {
            List<String> place = List.of(one.process(), one.element());
            names.putIfAbsent(place, one.name());
            waiting.put(place, one);
        }
        Map<List<String>, SortedMap<Integer, Integer>> durations = new LinkedHashMap<>();
        for (Finished one : finished) {
            List<String> place = List.of(one.process(), one.element());
            names.putIfAbsent(place, one.name());
            durations
                    .computeIfAbsent(place, any -> new TreeMap<>())
                    .merge(days.between(one.openedOn(), one.endedOn()), one.steps(), Integer::sum);
        }
        List<StepFigures> figures = new ArrayList<>();
        names.forEach((place, name) ->
                figures.add(of(place, name, waiting.get(place), durations.getOrDefault(place, new TreeMap<>()))));
        return figures;
    }

    private static StepFigures of(
            List<String> place, String name, @Nullable Open waiting, SortedMap<Integer, Integer> durations) {
        int finished = durations.values().stream().mapToInt(Integer::intValue).sum();
        return new StepFigures(
                place.get(0),
                place.get(1),
                name,
                waiting == null ? 0 : waiting.steps(),
                waiting == null ? 0 : waiting.late(),
                finished,
                finished == 0 ? null : (Double) median(durations, finished));
    }

    /**
     * The middle of so many numbers, or of the two in the middle.
     *
     * @param counts how often each number occurs
     * @param total how many there are, at least one
     */
    static double median(SortedMap<Integer, Integer> counts, int total) {
        return (at(counts, (total - 1) / 2) + at(counts, total / 2)) / 2.0;
    }

    private static int at(SortedMap<Integer, Integer> counts, int index) {
        int passed = 0;
        for (Map.Entry<Integer, Integer> one : counts.entrySet()) {
            passed += one.getValue();
            if (passed > index) {
                return one.getKey();
            }
        }
        throw new IllegalArgumentException("no number at " + index);
    }
}
