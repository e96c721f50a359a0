package vn.giaoviec.dossier;

import java.util.List;
import java.util.Map;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.CaseOrder;
import vn.giaoviec.casework.DeadlineMove;
import vn.giaoviec.casework.Draft;
import vn.giaoviec.casework.Evidence;
import vn.giaoviec.casework.Extension;
import vn.giaoviec.casework.Progress;
import vn.giaoviec.casework.WorkItem;
import vn.giaoviec.indicator.Contribution;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.shared.Text;

/**
 * Everything about one case, as one transaction saw it; each list oldest first.
 *
 * @param theCase the case
 * @param assignment what it carries out
 * @param units names of units by code
 * @param people names of people by id
 * @param steps its steps
 * @param handedIn what was handed in, by step
 * @param evidence the files it has
 * @param progress notes
 * @param moves how its deadline moved
 * @param orders orders about it
 * @param extensions requests for more time
 * @param contributions what it was posted for
 * @param entries its audit
 */
public record Dossier(
        Case theCase,
        Assignment assignment,
        Map<String, Text> units,
        Map<String, String> people,
        List<WorkItem> steps,
        Map<String, Draft> handedIn,
        List<Evidence> evidence,
        List<Progress> progress,
        List<DeadlineMove> moves,
        List<CaseOrder> orders,
        List<Extension> extensions,
        List<Contribution> contributions,
        List<Entry> entries) {}
