package vn.giaoviec.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The texts in a fact that somebody has typed, by where they stand in it. */
@Component
class FactTexts {
    private static final Set<String> NUMBERS_AND_CODES = Set.of(
            "caseKey",
            "taskId",
            "element",
            "option",
            "outcome",
            "evidence",
            "at",
            "attempt",
            "subject",
            "rule",
            "next",
            "end",
            "askedBy",
            "actingFor");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]*|\\d{4}-\\d{2}-\\d{2}(T.*Z)?|");

    private final ObjectMapper json;

    FactTexts(ObjectMapper json) {
        this.json = json;
    }

    Map<String, String> of(String facts) {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            collect("", json.readTree(facts), texts);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return texts;
    }

    private static void collect(String name, JsonNode node, Map<String, String> texts) {
        if (node.isTextual() && !CODE.matcher(node.textValue()).matches()) {
            texts.put(name, node.textValue());
        }
        node.properties().forEach(field -> {
            if (!NUMBERS_AND_CODES.contains(field.getKey())) {
                collect(name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), texts);
            }
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(name + "." + i, node.get(i), texts);
            }
        }
    }
}
