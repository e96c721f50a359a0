package vn.giaoviec.intake.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.giaoviec.annex.AnnexColumn;
import vn.giaoviec.annex.Warning;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.intake.ConfirmGuesses;
import vn.giaoviec.intake.DropDraft;
import vn.giaoviec.intake.Review;
import vn.giaoviec.intake.ReviewAnnex;
import vn.giaoviec.intake.ReviewedRow;
import vn.giaoviec.plan.SolutionGroup;

/** A draft in review: each row with what is written beside what was understood, and what is still to be decided. */
@Controller
class DraftPage {
    private static final int ROWS = 50;
    /** Columns that rows can be looked for by: those in which something may be undecided. */
    private static final List<AnnexColumn> COLUMNS = List.of(
            AnnexColumn.LEAD,
            AnnexColumn.COORDINATING,
            AnnexColumn.DEADLINE,
            AnnexColumn.DELIVERABLE,
            AnnexColumn.INDICATORS,
            AnnexColumn.TITLE,
            AnnexColumn.CODE);

    private final ReviewAnnex review;
    private final ConfirmGuesses confirmGuesses;
    private final DropDraft dropDraft;

    DraftPage(ReviewAnnex review, ConfirmGuesses confirmGuesses, DropDraft dropDraft) {
        this.review = review;
        this.confirmGuesses = confirmGuesses;
        this.dropDraft = dropDraft;
    }

    @GetMapping("/intake/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable AnnexColumn column,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Review now = review.of(id);
        Show wanted = Show.of(show, now);
        List<ReviewedRow> found = now.rows().stream()
                .filter(row -> wanted.fits(row) && (column == null || concerns(row, column)))
                .toList();
        int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
        int at = Math.min(Math.max(page, 1), pages);
        model.addAttribute("review", now);
        model.addAttribute("draft", now.draft());
        model.addAttribute("rows", found.subList((at - 1) * ROWS, Math.min(found.size(), at * ROWS)));
        model.addAttribute("found", found.size());
        model.addAttribute("page", at);
        model.addAttribute("pages", pages);
        model.addAttribute("show", wanted);
        model.addAttribute("shows", Show.values());
        model.addAttribute("column", column);
        model.addAttribute("columns", COLUMNS);
        model.addAttribute("unitsByCode", unitsByCode(now));
        model.addAttribute(
                "groupsByNumber",
                now.basis().groups().stream().collect(Collectors.toMap(SolutionGroup::number, Function.identity())));
        model.addAttribute("offers", offers(now));
        model.addAttribute(
                "namesOpen",
                now.names().stream().filter(name -> name.meaning() == null).count());
        model.addAttribute("pageAt", "/intake/" + id);
        return "intake/draft";
    }

    @PostMapping("/intake/{id}/guesses")
    String confirm(@PathVariable long id, @RequestParam ConfirmGuesses.What what, RedirectAttributes answer) {
        answer.addFlashAttribute("confirmed", confirmGuesses.confirm(id, what));
        return "redirect:/intake/" + id + (what == ConfirmGuesses.What.NAMES ? "/names" : "");
    }

    @PostMapping("/intake/{id}/drop")
    String drop(@PathVariable long id) {
        dropDraft.drop(id);
        return "redirect:/intake";
    }

    static Map<String, Unit> unitsByCode(Review now) {
        return now.basis().units().stream()
                .collect(Collectors.toMap(Unit::code, Function.identity(), (one, other) -> one));
    }

    private static Map<ConfirmGuesses.What, Integer> offers(Review now) {
        Map<ConfirmGuesses.What, Integer> offers = new LinkedHashMap<>();
        for (ConfirmGuesses.What what : ConfirmGuesses.What.values()) {
            int count = what == ConfirmGuesses.What.NAMES ? 0 : ConfirmGuesses.offered(now, what);
            if (count > 0) {
                offers.put(what, count);
            }
        }
        return offers;
    }

    private static boolean concerns(ReviewedRow row, AnnexColumn column) {
        return row.open().stream().map(Warning::column).anyMatch(column::equals)
                || row.hints().stream().map(Warning::column).anyMatch(column::equals);
    }

    /** Which rows are looked at. */
    enum Show {
        OPEN,
        DOUBTFUL,
        ALL,
        LEFT_OUT;

        /** What was asked for; without a wish what has to be decided, if there is anything. */
        static Show of(String wish, Review now) {
            for (Show one : values()) {
                if (one.name().equals(wish)) {
                    return one;
                }
            }
            return now.rows().stream().anyMatch(ReviewedRow::isOpen) ? OPEN : ALL;
        }

        boolean fits(ReviewedRow row) {
            return switch (this) {
                case OPEN -> row.isOpen();
                case DOUBTFUL -> row.isDoubtful() && !row.leftOut();
                case ALL -> true;
                case LEFT_OUT -> row.leftOut();
            };
        }
    }
}
