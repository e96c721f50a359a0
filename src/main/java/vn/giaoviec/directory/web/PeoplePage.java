package vn.giaoviec.directory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.KeepDirectory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.Refusal;

/** The administrator sees who works where, and has it synchronised. People are changed in Keycloak, not here. */
@Controller
class PeoplePage {
    private final Directory directory;
    private final KeepDirectory keepDirectory;

    PeoplePage(Directory directory, KeepDirectory keepDirectory) {
        this.directory = directory;
        this.keepDirectory = keepDirectory;
    }

    @GetMapping("/people")
    String people(Model model) {
        onlyAdministrator();
        List<Person> people = directory.people();
        model.addAttribute("synchronisable", keepDirectory.possible());
        model.addAttribute("last", keepDirectory.last().orElse(null));
        model.addAttribute(
                "roles",
                List.of(Groups.PLAN_OFFICE, Groups.LEADER, Groups.INSPECTOR, Groups.ADMINISTRATOR).stream()
                        .map(role -> new Members(role, null, in(people, role), List.of()))
                        .toList());
        model.addAttribute(
                "units",
                directory.units().stream()
                        .map(unit -> new Members(
                                unit.code(),
                                unit,
                                in(people, Groups.head(unit.code())),
                                in(people, Groups.staff(unit.code()))))
                        .toList());
        model.addAttribute(
                "without",
                people.stream().filter(person -> person.groups().isEmpty()).toList());
        return "directory/people";
    }

    @PostMapping("/people/synchronise")
    String synchronise() {
        onlyAdministrator();
        keepDirectory.now();
        return "redirect:/people";
    }

    private void onlyAdministrator() {
        if (!directory.me().in(Groups.ADMINISTRATOR)) {
            throw new Refusal.Forbidden("refusal.onlyAdministrator");
        }
    }

    private static List<Person> in(List<Person> people, String group) {
        return people.stream().filter(person -> person.in(group)).toList();
    }

    /**
     * @param code the role or unit
     * @param unit the unit, or null for a role
     * @param heads who leads it, or has the role
     * @param staff who works in it
     */
    record Members(String code, @Nullable Unit unit, List<Person> heads, List<Person> staff) {}
}
