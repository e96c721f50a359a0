package vn.giaoviec.dossier.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.dossier.web.GroupStepsQuery.Place;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.SolutionGroup;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.ProcessModel;
import vn.giaoviec.workflow.Workflow;

/** A solution group of the current plan on its model: what waits where, what is late, how long each step takes. */
@Controller
class GroupPage {
    private final Plans plans;
    private final Directory directory;
    private final Workflow workflow;
    private final GroupStepsQuery steps;
    private final DiagramLabels labels;
    private final WorkingDays workingDays;
    private final BusinessClock clock;
    private final MessageSource messages;

    GroupPage(
            Plans plans,
            Directory directory,
            Workflow workflow,
            GroupStepsQuery steps,
            DiagramLabels labels,
            WorkingDays workingDays,
            BusinessClock clock,
            MessageSource messages) {
        this.plans = plans;
        this.directory = directory;
        this.workflow = workflow;
        this.steps = steps;
        this.labels = labels;
        this.workingDays = workingDays;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping("/groups/{number}")
    String group(@PathVariable int number, Model model, Locale reader) {
        Plan plan = plans.current().orElseThrow(() -> new Refusal.NotFound("refusal.noPlanYet"));
        List<SolutionGroup> groups = plans.groups(plan.year());
        SolutionGroup group = groups.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("refusal.noGroup", String.valueOf(number)));
        ProcessModel process = workflow.newest(group.process())
                .orElseThrow(() -> new Refusal.NotFound("refusal.noSuchProcess", group.process()));
        List<Place> places = places(group, groups);
        List<StepFigures> figures = StepFigures.of(
                process,
                steps.open(plan.year(), number, places, clock.instant()),
                steps.finished(plan.year(), number, places),
                workingDays.known());
        Map<String, StepFigures> drawn = drawn(process, figures);
        model.addAttribute("plan", plan);
        model.addAttribute("groups", groups);
        model.addAttribute("group", group);
        model.addAttribute("appraiser", directory.unit(group.appraiser()).orElseThrow());
        model.addAttribute("process", process);
        model.addAttribute("figures", figures);
        model.addAttribute("labels", labels.of(process.process(), reader));
        model.addAttribute("badges", badges(drawn, reader));
        model.addAttribute("active", elements(drawn, one -> one.open() > 0));
        model.addAttribute("late", elements(drawn, one -> one.late() > 0));
        return "dossier/group";
    }

    /** Where steps of a group can wait: in its own process, older models of it too, and in those that no group has for itself. */
    private List<Place> places(SolutionGroup group, List<SolutionGroup> groups) {
        Set<String> others = groups.stream()
                .map(SolutionGroup::process)
                .filter(process -> !process.equals(group.process()))
                .collect(Collectors.toSet());
        return workflow.models().stream()
                .filter(model -> !others.contains(model.process()))
                .flatMap(model -> model.steps().stream().map(step -> new Place(model.process(), step.element())))
                .distinct()
                .toList();
    }

    /** The figures by element of the diagram; steps of a called process wait where it is called. */
    private static Map<String, StepFigures> drawn(ProcessModel process, List<StepFigures> figures) {
        Map<String, StepFigures> drawn = new LinkedHashMap<>();
        for (StepFigures one : figures) {
            String called = process.calls().get(one.process());
            if (one.process().equals(process.process())) {
                drawn.put(one.element(), one);
            } else if (called != null) {
                drawn.merge(called, one.calledAt(called), StepFigures::and);
            }
        }
        return drawn;
    }

    private static List<String> elements(Map<String, StepFigures> drawn, Predicate<StepFigures> which) {
        return drawn.values().stream().filter(which).map(StepFigures::element).toList();
    }

    /** What the diagram says at each element, in the reader's words; elements with nothing to say are missing. */
    private Map<String, List<String>> badges(Map<String, StepFigures> drawn, Locale reader) {
        Map<String, List<String>> badges = new HashMap<>();
        drawn.forEach((element, one) -> {
            List<String> words = new ArrayList<>();
            if (one.open() > 0) {
                words.add(messages.getMessage("group.badge.open", new Object[] {StepFigures.upTo(one.open())}, reader));
            }
            if (one.late() > 0) {
                words.add(messages.getMessage("group.badge.late", new Object[] {StepFigures.upTo(one.late())}, reader));
            }
            if (one.medianDays() != null) {
                words.add(messages.getMessage("group.badge.median", new Object[] {one.medianDays()}, reader));
            }
            if (!words.isEmpty()) {
                badges.put(element, words);
            }
        });
        return badges;
    }
}
