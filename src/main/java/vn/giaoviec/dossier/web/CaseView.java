package vn.giaoviec.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.audit.EraseWords;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.CaseAccess;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.inspection.RecordConclusion;
import vn.giaoviec.plan.AmendAssignments;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;
import vn.giaoviec.workflow.Trail;
import vn.giaoviec.workflow.Workflow;

/** Everything the page of a case shows; whatever form of it was refused, it comes back with what was typed. */
@Component
class CaseView {
    private final CaseAccess access;
    private final CaseHistory history;
    private final Plans plans;
    private final AmendAssignments amendments;
    private final Directory directory;
    private final Contributions contributions;
    private final AuditLog audit;
    private final EraseWords erase;
    private final RecordConclusion inspection;
    private final Workflow workflow;
    private final DiagramLabels labels;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    CaseView(
            CaseAccess access,
            CaseHistory history,
            Plans plans,
            AmendAssignments amendments,
            Directory directory,
            Contributions contributions,
            AuditLog audit,
            EraseWords erase,
            RecordConclusion inspection,
            Workflow workflow,
            DiagramLabels labels,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.access = access;
        this.history = history;
        this.plans = plans;
        this.amendments = amendments;
        this.directory = directory;
        this.contributions = contributions;
        this.audit = audit;
        this.erase = erase;
        this.inspection = inspection;
        this.workflow = workflow;
        this.labels = labels;
        this.clock = clock;
        this.events = events;
    }

    /** The page again, with the reason; the caller has added what was typed. */
    String refused(CaseKey key, Refusal refusal, Model model, HttpServletResponse response) {
        if (refusal instanceof Refusal.Forbidden || refusal instanceof Refusal.NotFound) {
            throw refusal;
        }
        events.publishEvent(Refused.of(refusal.about(key), "page", null));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refusal", refusal);
        return page(key, model);
    }

    /** The page of a case, if the signed-in person may read it. */
    String page(CaseKey key, Model model) {
        Case theCase = access.readable(key, "case");
        Assignment assignment = plans.assignment(key.year(), key.assignment()).orElseThrow();
        describe(key.year(), assignment, model);
        model.addAttribute("theCase", theCase);
        // names whatever form of this page is sent next, so that sending it again does nothing twice
        model.addAttribute("command", UUID.randomUUID());
        model.addAttribute("unit", directory.unit(key.unit()).orElseThrow());
        model.addAttribute("steps", history.steps(key));
        model.addAttribute("handedIn", history.handedIn(key));
        model.addAttribute("evidence", history.evidence(key));
        model.addAttribute("progress", history.progress(key));
        model.addAttribute("moves", history.moves(key));
        model.addAttribute("orders", history.orders(key));
        model.addAttribute("extensions", history.extensions(key));
        model.addAttribute("periods", theCase.recurs() ? history.periods(key) : List.of());
        model.addAttribute("amendments", amendments.of(key.year(), key.assignment()));
        model.addAttribute("otherUnits", otherUnits(theCase));
        model.addAttribute("people", names());
        List<Trail> trails = workflow.trail(key);
        model.addAttribute("trails", trails);
        model.addAttribute("labels", labels.of(trails, LocaleContextHolder.getLocale()));
        List<Entry> entries = audit.of(key);
        model.addAttribute("entries", entries);
        model.addAttribute("erasable", directory.me().in(Groups.PLAN_OFFICE) ? erase.among(entries) : Set.of());
        model.addAttribute("conclusions", inspection.of(key));
        model.addAttribute("seenAt", clock.instant());
        return "dossier/case";
    }

    void describe(int year, Assignment assignment, Model model) {
        model.addAttribute("plan", plans.of(year).orElseThrow());
        model.addAttribute("assignment", assignment);
        model.addAttribute(
                "group",
                plans.groups(year).stream()
                        .filter(group -> group.number() == assignment.group())
                        .findFirst()
                        .orElseThrow());
        model.addAttribute(
                "targets",
                plans.targets(year).stream()
                        .filter(target -> assignment.supports().containsKey(target.code()))
                        .toList());
        model.addAttribute("support", contributions.support(year));
        model.addAttribute(
                "unitsByCode",
                directory.units().stream().collect(Collectors.toMap(unit -> unit.code(), Function.identity())));
    }

    /** The units that could carry the case on. */
    private List<Unit> otherUnits(Case theCase) {
        return theCase.state().isUnderWay()
                ? directory.units().stream()
                        .filter(unit -> unit.existsOn(clock.today())
                                && !unit.code().equals(theCase.key().unit()))
                        .toList()
                : List.of();
    }

    /** Names by person id: one statement, not one for each step. */
    private Map<String, String> names() {
        List<Person> people = directory.people();
        return people.stream().collect(Collectors.toMap(Person::id, Person::name));
    }
}
