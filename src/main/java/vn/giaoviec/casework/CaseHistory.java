package vn.giaoviec.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.giaoviec.shared.CaseKey;

/** Asks what happened in a case, for pages that have checked who reads. */
@Service
public class CaseHistory {
    private final CaseTable cases;
    private final WorkItemTable items;
    private final DraftTable drafts;
    private final EvidenceTable evidence;
    private final ProgressTable progress;
    private final DeadlineTable deadlines;
    private final ExtensionTable extensions;
    private final PeriodTable periods;

    CaseHistory(
            CaseTable cases,
            WorkItemTable items,
            DraftTable drafts,
            EvidenceTable evidence,
            ProgressTable progress,
            DeadlineTable deadlines,
            ExtensionTable extensions,
            PeriodTable periods) {
        this.cases = cases;
        this.items = items;
        this.drafts = drafts;
        this.evidence = evidence;
        this.progress = progress;
        this.deadlines = deadlines;
        this.extensions = extensions;
        this.periods = periods;
    }

    /** The case of that key. */
    public Optional<Case> find(CaseKey key) {
        return cases.find(key);
    }

    /** The cases of an assignment, one per accountable unit. */
    public List<Case> ofAssignment(int year, String assignment) {
        return cases.ofAssignment(year, assignment);
    }

    /** The steps so far, oldest first; waiting ones have no end. */
    public List<WorkItem> steps(CaseKey key) {
        return items.of(key);
    }

    /** What was handed in with completed steps, by step. */
    public Map<String, Draft> handedIn(CaseKey key) {
        return drafts.handedIn(key);
    }

    /** Every file of the case, also those of steps not completed yet. */
    public List<Evidence> evidence(CaseKey key) {
        return evidence.of(key);
    }

    /** How its deadline moved, oldest first. */
    public List<DeadlineMove> moves(CaseKey key) {
        return deadlines.moves(key);
    }

    /** Orders about it, oldest first. */
    public List<CaseOrder> orders(CaseKey key) {
        return deadlines.orders(key);
    }

    /** Requests for more time, oldest first. */
    public List<Extension> extensions(CaseKey key) {
        return extensions.of(key);
    }

    /** The reporting periods of a recurring case, oldest first. */
    public List<Period> periods(CaseKey key) {
        return periods.of(key);
    }

    /** Notes on how it goes, oldest first. */
    public List<Progress> progress(CaseKey key) {
        return progress.of(key);
    }
}
