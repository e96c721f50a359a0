package vn.giaoviec.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The people of the embedded demo: for each unit a head, a deputy and two officers, and one or two for each other role. They stand
 * in the same tables as the people that Keycloak brings later; none is a real person.
 */
@Component
class DemoPeople {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    /** A domain that exists nowhere (RFC 2606). */
    private static final String ADDRESS = "@giaoviec.example";

    private static final String OFFICE_UNIT = "VPUBND";
    private static final String INSPECTORATE = "TTT";

    private final Settings settings;
    private final Directory directory;
    private final MessageSource messages;

    DemoPeople(Settings settings, Directory directory, MessageSource messages) {
        this.settings = settings;
        this.directory = directory;
        this.messages = messages;
    }

    /** Whenever units became known, their demo people move in. */
    @EventListener(UnitsLearned.class)
    void moveIn() {
        if (!settings.demoPeople()) {
            return;
        }
        List<Person> people = new ArrayList<>();
        for (Unit unit : directory.units()) {
            String suffix = "." + unit.code().toLowerCase(Locale.ROOT);
            people.add(person("head" + suffix, "head", unit, Groups.head(unit.code())));
            // four eyes need two: who approves the unit's product may not also appraise it
            people.add(person("deputy" + suffix, "deputy", unit, Groups.head(unit.code())));
            people.add(person("officer1" + suffix, "officer1", unit, Groups.staff(unit.code())));
            people.add(person("officer2" + suffix, "officer2", unit, Groups.staff(unit.code())));
        }
        Unit office = directory.unit(OFFICE_UNIT).orElse(directory.units().get(0));
        people.add(person("office1", "office1", office, Groups.PLAN_OFFICE));
        people.add(person("office2", "office2", office, Groups.PLAN_OFFICE));
        people.add(person("leader1", "leader", office, Groups.LEADER));
        people.add(
                person("inspector1", "inspector", directory.unit(INSPECTORATE).orElse(office), Groups.INSPECTOR));
        people.add(person("admin1", "administrator", office, Groups.ADMINISTRATOR));
        directory.welcome(people, ADDRESS);
    }

    private Person person(String id, String position, Unit unit, String group) {
        String name = messages.getMessage("demo.person." + position, new Object[] {unit.shortName()}, VIETNAMESE);
        return new Person(id, name, unit.code(), Set.of(group));
    }

    /**
     * @param demoPeople whether the demo's people live in this system; false in production
     */
    @ConfigurationProperties("giaoviec.directory")
    record Settings(@DefaultValue("false") boolean demoPeople) {}
}
