package vn.giaoviec.readiness;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.MessageSource;

/** A refused start says every problem on a line of its own, and shows no stack trace. */
class StartUpFailure extends AbstractFailureAnalyzer<StartUpRefused> {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final BeanFactory beans;

    StartUpFailure(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, StartUpRefused cause) {
        MessageSource messages = beans.getBean(MessageSource.class);
        String lines = cause.problems().stream()
                .map(problem ->
                        messages.getMessage(problem.key(), problem.args().toArray(), VIETNAMESE))
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(lines, messages.getMessage("startUp.action", null, VIETNAMESE), cause);
    }
}
