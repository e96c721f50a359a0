package vn.giaoviec.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;

/** A person decides what a row shall say. Others may decide on the same draft meanwhile: the last word on a cell stands. */
@Service
public class DecideRow {
    private final IntakeTable drafts;
    private final DecisionTable decisions;
    private final ReviewAnnex review;
    private final IntakeOffice office;
    private final WorkingDays days;
    private final BusinessClock clock;

    DecideRow(
            IntakeTable drafts,
            DecisionTable decisions,
            ReviewAnnex review,
            IntakeOffice office,
            WorkingDays days,
            BusinessClock clock) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.review = review;
        this.office = office;
        this.days = days;
        this.clock = clock;
    }

    /**
     * @param id the draft
     * @param line place of the row in the annex
     * @param cells what cells shall say, in the form of {@link RowField}; cells that are not named stay as they are
     * @throws Refusal if the actor is not of the plan office, the draft is closed or has no such row, or a cell cannot say that
     */
    @Transactional
    public void decide(long id, int line, Map<RowField, String> cells) {
        Person me = office.member();
        Draft draft = open(id);
        Review now = review.of(review.stored(id), days);
        boolean target = now.targets().stream().anyMatch(one -> one.line() == line);
        if (!target && now.rows().stream().noneMatch(one -> one.line() == line && !one.isStub())) {
            throw new Refusal.NotFound("refusal.noDraftRow", line);
        }
        CellRules rules = new CellRules(now.basis(), draft.heading(), target);
        List<Decision> made = new ArrayList<>();
        cells.forEach((field, content) -> {
            String plain = rules.checked(field, content.strip());
            if (field == RowField.LEFT_OUT && plain.isEmpty()) {
                decisions.takeBack(id, line, field);
            } else {
                made.add(new Decision(line, field, plain, me.id(), clock.instant()));
            }
        });
        decisions.decide(id, made);
    }

    /** The draft, held until this transaction ends, so that nobody applies it half decided. */
    Draft open(long id) {
        Draft draft = drafts.lock(id).orElseThrow(() -> new Refusal.NotFound("refusal.noDraft", id));
        if (!draft.isOpen()) {
            throw new Refusal.Conflict("refusal.draftClosed", id);
        }
        return draft;
    }
}
