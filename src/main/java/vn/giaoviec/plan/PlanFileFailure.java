package vn.giaoviec.plan;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.MessageSource;

/** A start that fails on its plan file says every mistake on a line of its own, and shows no stack trace. */
class PlanFileFailure extends AbstractFailureAnalyzer<PlanFileRefused> {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final BeanFactory beans;

    PlanFileFailure(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PlanFileRefused cause) {
        MessageSource messages = beans.getBean(MessageSource.class);
        String mistakes = cause.problems().stream()
                .map(problem -> problem.file() + ":" + problem.line() + ": "
                        + messages.getMessage(PlanFileRefused.reason(problem), VIETNAMESE))
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(mistakes, messages.getMessage("planFile.action", null, VIETNAMESE), cause);
    }
}
