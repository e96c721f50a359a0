package vn.giaoviec.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.giaoviec.audit.proof.Rows;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Looked;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refused;

/** Whatever is recorded can be read in words: a new fact without them fails here. */
class EntryWordsTest {
    private final Set<String> needed = new TreeSet<>();

    @Test
    void everyFactAndEverythingItSaysHasItsWords() {
        for (JavaClass found : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("vn.giaoviec")) {
            if (found.isAssignableTo(Recorded.class) && !found.isInterface()) {
                needed.add("fact." + found.getSimpleName());
                says(found.reflect());
            }
        }
        needed.add("fact." + Rows.FACT);
        needed.add("fact.Looked");
        says(Looked.class);
        says(Refused.class);
        assertThat(needed).hasSizeGreaterThan(80);
        for (Locale reader : new Locale[] {Locale.ROOT, Locale.forLanguageTag("vi")}) {
            ResourceBundle words = ResourceBundle.getBundle("messages.messages", reader);
            assertThat(needed).as("words in %s", reader).allMatch(words::containsKey);
        }
    }

    private void says(Type type) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                says(argument);
            }
        } else if (type instanceof Class<?> one && one.isRecord() && one != CaseKey.class) {
            for (RecordComponent component : one.getRecordComponents()) {
                if (!component.getName().equals("caseKey")) {
                    needed.add("auditField." + component.getName());
                    says(component.getGenericType());
                }
            }
        }
    }
}
