package vn.giaoviec.dashboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.shared.Refusal;

/** What our scripts in Tasklist ask for: words for what they add, and the working days left on each card. */
@Controller
class TasklistPage {
    /** More than Tasklist shows on a page. */
    private static final int MOST = 100;

    private final MyWorkQuery myWork;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final BusinessClock clock;
    private final MessageSource messages;

    TasklistPage(
            MyWorkQuery myWork,
            Directory directory,
            WorkingDays workingDays,
            BusinessClock clock,
            MessageSource messages) {
        this.myWork = myWork;
        this.directory = directory;
        this.workingDays = workingDays;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping("/steps/words")
    @ResponseBody
    Map<String, String> words(Locale reader) {
        return Stream.of("indicators", "dossier", "completed")
                .collect(Collectors.toMap(
                        Function.identity(), name -> messages.getMessage("tasklist." + name, null, reader)));
    }

    /** Steps that are not the reader's, and those without a date, are left out. */
    @GetMapping("/steps/days-left")
    String daysLeft(@RequestParam(defaultValue = "") List<String> ids, Model model) {
        if (ids.size() > MOST) {
            throw new Refusal("refusal.tooManySteps", MOST);
        }
        WorkingDays known = workingDays.known();
        model.addAttribute(
                "lines",
                myWork.due(ids, directory.me().id(), clock.today()).entrySet().stream()
                        .map(due -> left(due.getKey(), due.getValue(), known))
                        .toList());
        return "dashboard/days-left";
    }

    private DaysLeft left(String taskId, Instant dueAt, WorkingDays days) {
        LocalDate dueOn = LocalDate.ofInstant(dueAt, BusinessClock.ZONE);
        boolean late = dueAt.isBefore(clock.instant());
        int between = late ? days.between(dueOn, clock.today()) : days.between(clock.today(), dueOn);
        return new DaysLeft(taskId, late, dueOn.equals(clock.today()), between);
    }

    /**
     * @param taskId the step
     * @param late whether its time is over
     * @param today whether it is due today
     * @param days working days from today to its day, or from its day to today
     */
    record DaysLeft(String taskId, boolean late, boolean today, int days) {}
}
