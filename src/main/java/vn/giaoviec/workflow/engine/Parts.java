package vn.giaoviec.workflow.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which period report a step is about: only one process has such parts, so no other step pays for the question. */
final class Parts {
    static final String VARIABLE = "report";
    private static final String PROCESS = "period-report";

    private Parts() {}

    static @Nullable Integer of(String definition, Supplier<@Nullable Object> variable) {
        return PROCESS.equals(ProcessNames.of(definition)) && variable.get() instanceof Number number
                ? Integer.valueOf(number.intValue())
                : null;
    }
}
