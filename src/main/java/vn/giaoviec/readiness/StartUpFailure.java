package vn.giaoviec.readiness;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * A refused start says every problem on a line of its own, and shows no stack trace. It reads the words itself: what failed is
 * the making of the application's beans, so none can be asked for.
 */
class StartUpFailure extends AbstractFailureAnalyzer<StartUpRefused> {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartUpRefused cause) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        String lines = cause.problems().stream()
                .map(problem ->
                        messages.getMessage(problem.key(), problem.args().toArray(), VIETNAMESE))
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(lines, messages.getMessage("startUp.action", null, VIETNAMESE), cause);
    }
}
