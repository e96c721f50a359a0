package vn.giaoviec.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.CalendarDay;
import vn.giaoviec.calendar.CalendarFileRefused;
import vn.giaoviec.calendar.CalendarYears;
import vn.giaoviec.calendar.ChangeDays;
import vn.giaoviec.calendar.ChangePreview;
import vn.giaoviec.calendar.ReadDays;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/** The working calendar, year by year. Everybody reads it; the plan office changes it, and first sees what moves. */
@Controller
class CalendarPage {
    private final CalendarYears years;
    private final ChangeDays changeDays;
    private final ReadDays readDays;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    CalendarPage(
            CalendarYears years,
            ChangeDays changeDays,
            ReadDays readDays,
            Directory directory,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.years = years;
        this.changeDays = changeDays;
        this.readDays = readDays;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    /** The page; what was typed comes back in the address when somebody returns from the preview. */
    @GetMapping("/calendar")
    String show(@RequestParam Map<String, String> typed, Model model) {
        return page(TypedDays.year(typed.get("year"), clock.today().getYear()), typed, model);
    }

    @PostMapping("/calendar/preview")
    String preview(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        onlyPlanOffice();
        try {
            return previewed(TypedDays.read(typed), typed, model);
        } catch (Refusal refusal) {
            return refused(refusal, typed, model, response);
        }
    }

    @PostMapping("/calendar/import")
    String read(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response)
            throws IOException {
        onlyPlanOffice();
        try {
            int year = TypedDays.yearToImport(typed.getOrDefault("year", ""));
            if (file == null || file.isEmpty()) {
                throw new Refusal("refusal.calendarNoFile");
            }
            try (InputStream content = file.getInputStream()) {
                return previewed(readDays.read(content, year, typed.containsKey("whole")), typed, model);
            }
        } catch (Refusal refusal) {
            return refused(refusal, typed, model, response);
        }
    }

    @PostMapping("/calendar")
    String apply(
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes answer) {
        onlyPlanOffice();
        List<CalendarDay> days = DaysField.read(sent.getOrDefault("days", ""));
        try {
            UUID command = DaysField.command(sent.getOrDefault("command", ""));
            answer.addFlashAttribute("done", changeDays.apply(days, sent.getOrDefault("seen", ""), command));
        } catch (Refusal refusal) {
            return lookAgain(refusal, days, sent, model, response);
        }
        return "redirect:/calendar?year=" + days.get(0).day().getYear();
    }

    /** The preview anew, computed from the calendar as others have left it. */
    private String lookAgain(
            Refusal refusal,
            List<CalendarDay> days,
            Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        try {
            String view = previewed(days, sent, model);
            told(refusal, model);
            response.setStatus(HttpStatus.CONFLICT.value());
            return view;
        } catch (Refusal nothingLeft) {
            return refused(nothingLeft, sent, model, response);
        }
    }

    private String previewed(List<CalendarDay> days, Map<String, String> typed, Model model) {
        ChangePreview preview = changeDays.preview(days);
        model.addAttribute("preview", preview);
        model.addAttribute("days", DaysField.write(days));
        model.addAttribute("typed", TypedDays.fields(typed));
        model.addAttribute("year", days.get(0).day().getYear());
        model.addAttribute("command", UUID.randomUUID());
        model.addAttribute("pageAt", "/calendar");
        return "calendar/preview";
    }

    /** The page again, with the reason and what was typed. */
    private String refused(Refusal refusal, Map<String, String> typed, Model model, HttpServletResponse response) {
        if (refusal instanceof Refusal.Forbidden) {
            throw refusal;
        }
        told(refusal, model);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problems", refusal instanceof CalendarFileRefused file ? file.problems() : List.of());
        return page(TypedDays.year(typed.get("year"), clock.today().getYear()), typed, model);
    }

    private void told(Refusal refusal, Model model) {
        events.publishEvent(Refused.of(refusal, "page", null));
        model.addAttribute("refusal", refusal);
    }

    private String page(int year, Map<String, String> typed, Model model) {
        List<CalendarDay> days = years.of(year);
        model.addAttribute("year", year);
        model.addAttribute("days", days);
        model.addAttribute("months", MonthView.of(year, days));
        model.addAttribute("typed", TypedDays.fields(typed));
        model.addAttribute("kinds", CalendarDay.Kind.values());
        model.addAttribute("pageAt", "/calendar");
        return "calendar/calendar";
    }

    private void onlyPlanOffice() {
        if (!directory.me().in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.onlyPlanOfficeKeepsCalendar");
        }
    }
}
