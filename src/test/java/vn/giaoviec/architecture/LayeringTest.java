package vn.giaoviec.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What module walls cannot see: the engine, the web, SQL and time each have one place. */
class LayeringTest {
    /** The one change: an order takes a fact's words away. */
    private static final String ERASING = "update audit_entry set facts = ?, salt = null where id = ?";

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.giaoviec");

    @Test
    void theEngineIsNamedOnlyInEnginePackages() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda..")
                .because("the way to a fork of the engine must stay a renaming in few packages")
                .check(CODE);
    }

    @Test
    void spreadsheetsAreReadInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..sheet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "org.apache.commons.csv..")
                .because("files of strangers are opened behind one set of limits")
                .check(CODE);
    }

    @Test
    void verificationStandsAlone() {
        classes()
                .that()
                .resideInAPackage("vn.giaoviec.audit.proof")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("vn.giaoviec.audit.proof", "java..", "org.jspecify..")
                .because("who judges the system must not need it")
                .check(CODE);
    }

    @Test
    void theWebIsKnownOnlyInWebPackagesAndSecurity() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..web..", "..security..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.springframework.web..", "org.thymeleaf..", "jakarta.servlet..")
                                .and(resideOutsideOfPackage("org.springframework.web.client")))
                .because("use cases must not know who asks")
                .check(CODE);
    }

    @Test
    void sqlStandsOnlyInTablesQueriesAndTheirLike() {
        DescribedPredicate<JavaClass> otherThanTables = DescribedPredicate.describe(
                "classes other than package-private tables and queries",
                type -> !type.getName().matches(".*(Table|Query)(\\$.*)?")
                        || type.getModifiers().contains(JavaModifier.PUBLIC));
        noClasses()
                .that(otherThanTables)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcTemplate.class)
                .because("SQL is found by the name of the class, and nobody else can call it")
                .check(CODE);
    }

    @Test
    void publicRecordsAreFreeOfSpring() {
        classes()
                .that()
                .areRecords()
                .and()
                .arePublic()
                .should(new ArchCondition<>("not depend on Spring") {
                    @Override
                    public void check(JavaClass record, ConditionEvents events) {
                        record.getDirectDependenciesFromSelf().stream()
                                .map(Dependency::getTargetClass)
                                .map(JavaClass::getPackageName)
                                .filter(name -> name.startsWith("org.springframework")
                                        // settings are records that say which keys they are read from
                                        && !name.startsWith("org.springframework.boot.context.properties"))
                                .forEach(name ->
                                        events.add(SimpleConditionEvent.violated(record, record + " uses " + name)));
                    }
                })
                .because("data is data")
                .check(CODE);
    }

    @Test
    void timeIsAskedOfAClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("the demo lives in 2024 and tests move time")
                .check(CODE);
    }

    @Test
    void fieldsAreNeitherInjectedNorStaticAndMutable() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CODE);
        fields().that()
                .haveModifier(STATIC)
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .haveModifier(FINAL)
                .check(CODE);
    }

    @Test
    void lookingModulesOnlyLook() throws IOException {
        Pattern writes = Pattern.compile("\\b(insert into|update|delete from)\\s+\\w+_", Pattern.CASE_INSENSITIVE);
        Pattern tables = Pattern.compile("\\b(from|join)\\s+(?!v_|indicator_link\\b)(\\w+_\\w+)");
        for (String module : List.of("dashboard", "dossier")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/vn/giaoviec", module))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String code = Files.readString(file, StandardCharsets.UTF_8);
                    Assertions.assertThat(writes.matcher(code).find())
                            .as("writes in %s", file)
                            .isFalse();
                    Assertions.assertThat(tables.matcher(code).results().map(found -> found.group(2)))
                            .as("tables named in %s; only views are published", file)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theAuditIsOnlyAppendedTo() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*\\.(java|sql)"))
                    .toList()) {
                String source = Files.readString(file, StandardCharsets.UTF_8);
                Assertions.assertThat(file.endsWith("ErasureTable.java") ? source.replace(ERASING, "") : source)
                        .as("%s", file)
                        .doesNotContainPattern(
                                "(?i)(update|delete\\s+from)\\s+(audit_entry|audit_link|audit_leaf|audit_checkpoint|indicator_contribution)");
            }
        }
    }
}
