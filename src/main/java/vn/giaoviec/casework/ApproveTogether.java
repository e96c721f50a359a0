package vn.giaoviec.casework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/**
 * Several steps of one kind are approved with one press of a button, each by itself: in its own transaction, judged by the
 * same rules, with its own entry in the audit. Before that, what was handed in with a part of them must have been opened;
 * which part is told here, not by the browser.
 */
@Service
public class ApproveTogether {
    /** At most so many at once. */
    public static final int MOST = 50;

    private static final int ONE_OF = 10;

    private final Approvals approvals;
    private final OpenedEvidenceTable opened;
    private final DecideStep decideStep;
    private final RecordTogether recordTogether;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    ApproveTogether(
            Approvals approvals,
            OpenedEvidenceTable opened,
            DecideStep decideStep,
            RecordTogether recordTogether,
            Directory directory,
            ApplicationEventPublisher events) {
        this.approvals = approvals;
        this.opened = opened;
        this.decideStep = decideStep;
        this.recordTogether = recordTogether;
        this.directory = directory;
        this.events = events;
    }

    /**
     * What is chosen, and of which part the evidence must be opened first.
     *
     * @throws Refusal if nothing or too much is chosen, it is not of one kind, or nothing of it can be approved so
     */
    public Selection select(Collection<String> tasks) {
        if (tasks.isEmpty()) {
            throw new Refusal("refusal.nothingChosen");
        }
        if (tasks.size() > MOST) {
            throw new Refusal("refusal.tooManySteps", MOST);
        }
        List<Approval> chosen = approvals.those(new LinkedHashSet<>(tasks)).stream()
                .filter(one -> one.approval() != null)
                .toList();
        if (chosen.isEmpty()) {
            throw new Refusal("refusal.nothingChosen");
        }
        if (chosen.stream().map(Approval::element).distinct().count() > 1) {
            throw new Refusal("refusal.differentSteps");
        }
        List<Approval> sample = sample(chosen);
        if (sample.isEmpty()) {
            throw new Refusal("refusal.nothingToOpen");
        }
        Set<String> files = sample.stream()
                .flatMap(one -> one.evidence().stream())
                .map(Evidence::id)
                .collect(Collectors.toSet());
        return new Selection(chosen, sample, opened.openedBy(directory.me().id(), files));
    }

    /** One in ten, rounded up, of those with evidence; by a hash of the step, so that it is the same each time. */
    private static List<Approval> sample(List<Approval> chosen) {
        return chosen.stream()
                .filter(one -> !one.evidence().isEmpty())
                .sorted(Comparator.comparing(one -> hash(one.taskId())))
                .limit((chosen.size() + ONE_OF - 1L) / ONE_OF)
                .toList();
    }

    private static String hash(String taskId) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(taskId.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Approves each that can be; sent again, what is done is told as done.
     *
     * @return what became of each
     * @throws Refusal as in {@link #select}, or if evidence of the sample was not opened
     */
    public List<Result> approve(Collection<String> tasks) {
        Selection selection = select(tasks);
        if (!selection.mayApprove()) {
            throw new Refusal("refusal.sampleNotOpened");
        }
        List<Result> results = selection.chosen().stream()
                .map(one -> new Result(one, approve(one).orElse(null)))
                .toList();
        recordTogether.record(new StepsApprovedTogether(
                selection.chosen().get(0).element(),
                results.size(),
                results.stream().filter(Result::doneNow).count(),
                List.copyOf(selection.opened())));
        return results;
    }

    private Optional<Refusal> approve(Approval one) {
        try {
            return decideStep.decide(one.taskId(), one.approval(), "", Map.of());
        } catch (Refusal refusal) {
            events.publishEvent(Refused.of(refusal.about(one.caseKey()), "approveTogether", one.taskId()));
            return Optional.of(refusal);
        }
    }

    /**
     * Steps of one kind that were chosen.
     *
     * @param chosen all of them
     * @param sample those whose evidence must be opened first
     * @param opened ids of the files of the sample that the person has opened
     */
    public record Selection(List<Approval> chosen, List<Approval> sample, Set<String> opened) {
        /** Whether all that must be has been opened. */
        public boolean mayApprove() {
            return sample.stream()
                    .flatMap(one -> one.evidence().stream())
                    .map(Evidence::id)
                    .allMatch(opened::contains);
        }
    }

    /**
     * What became of one.
     *
     * @param approval which
     * @param refusal why not, or that it was done before; null if it is done
     */
    public record Result(Approval approval, @Nullable Refusal refusal) {
        /** Whether it was done by this. */
        public boolean doneNow() {
            return refusal == null;
        }

        /** Whether it is done, now or before, by the person. */
        public boolean done() {
            return refusal == null || refusal instanceof Refusal.AlreadyDone;
        }
    }

    /**
     * Several steps were approved with one press of a button; each has an entry of its own.
     *
     * @param element the step's id in the model
     * @param chosen how many were chosen
     * @param done how many were approved
     * @param opened ids of the evidence that had been opened as a sample
     */
    record StepsApprovedTogether(String element, int chosen, long done, List<String> opened) implements Recorded {}
}
