package vn.giaoviec.security;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.directory.Unit;

/** The page where the demo's people stand, and the page that asks whether to leave. */
@Controller
class SignInPage {
    private final Directory directory;
    private final SecuritySettings settings;

    SignInPage(Directory directory, SecuritySettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        model.addAttribute("demo", settings.demo());
        if (settings.demo()) {
            List<Person> people = directory.people();
            model.addAttribute(
                    "roles", people.stream().filter(SignInPage::hasRole).toList());
            model.addAttribute(
                    "units",
                    directory.units().stream()
                            .map(unit -> new UnitPeople(
                                    unit,
                                    people.stream()
                                            .filter(person -> person.worksIn(unit.code()))
                                            .toList()))
                            .filter(unit -> !unit.people.isEmpty())
                            .toList());
        }
        return "security/sign-in";
    }

    @GetMapping("/sign-out")
    String signOut() {
        return "security/sign-out";
    }

    private static boolean hasRole(Person person) {
        return person.readsEverything() || person.in(Groups.ADMINISTRATOR);
    }

    /**
     * @param unit a unit
     * @param people who works in it
     */
    record UnitPeople(Unit unit, List<Person> people) {}
}
