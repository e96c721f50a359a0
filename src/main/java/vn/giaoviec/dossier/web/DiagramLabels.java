package vn.giaoviec.dossier.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;
import vn.giaoviec.workflow.Trail;

/** English words for the elements of a diagram; the models themselves speak Vietnamese. */
@Component
class DiagramLabels {
    private static final String PREFIX = "bpmn.";

    private final ResourceBundle english = ResourceBundle.getBundle(
            "messages/bpmn",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    /** Labels by element, by process; empty for a reader of Vietnamese, who needs none. */
    Map<String, Map<String, String>> of(List<Trail> trails, Locale reader) {
        Map<String, Map<String, String>> labels = new HashMap<>();
        trails.forEach(trail -> labels.put(trail.process(), of(trail.process(), reader)));
        return labels;
    }

    /** Labels of one process by element; empty for a reader of Vietnamese. */
    Map<String, String> of(String process, Locale reader) {
        return Locale.ENGLISH.getLanguage().equals(reader.getLanguage()) ? of(process) : Map.of();
    }

    /** What one model says differently from the others goes over what they share. */
    private Map<String, String> of(String process) {
        Map<String, String> labels = new HashMap<>();
        String own = PREFIX + process + ".";
        for (String key : english.keySet()) {
            if (key.indexOf('.', PREFIX.length()) < 0) {
                labels.putIfAbsent(key.substring(PREFIX.length()), english.getString(key));
            } else if (key.startsWith(own)) {
                labels.put(key.substring(own.length()), english.getString(key));
            }
        }
        return labels;
    }
}
