package vn.giaoviec.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;
import vn.giaoviec.audit.Entry;
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

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 29/02/2024",
        "2024-02-31, 2024-02-31",
        "2024-02-29T01:02:03Z, 29/02/2024 08:02:03",
        "2024-02-29T25:02:03Z, 2024-02-29T25:02:03Z"
    })
    void aDayIsShownAsOneAndWhatOnlyLooksLikeOneAsItWasTyped(String typed, String shown) {
        Entry entry = new Entry(
                1, null, null, null, "X", false, "{\"words\":\"" + typed + "\"}", Instant.EPOCH, Instant.EPOCH);
        StaticMessageSource messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        EntryWords words = new EntryWords(messages, Locale.ROOT, new ObjectMapper(), Map.of());

        assertThat(words.line(entry).fields())
                .singleElement()
                .extracting(EntryWords.Field::value)
                .isEqualTo(shown);
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
