package vn.giaoviec.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * The engine's full history but for what stands elsewhere already: each earlier value of a variable (variables are the
 * server's, and the facts of a step tell what made it write them) and who could be chosen for a step (its groups stand in our
 * work item, whoever took it in the history of the step and in the log of operations).
 */
final class LeanHistory implements HistoryLevel {
    /** As the database keeps it. The engine's own levels are 0 to 3. */
    private static final int ID = 4;

    private static final Set<HistoryEventType> ELSEWHERE = Set.of(
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.FORM_PROPERTY_UPDATE,
            HistoryEventTypes.IDENTITY_LINK_ADD,
            HistoryEventTypes.IDENTITY_LINK_DELETE);

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return "lean";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object entity) {
        return !ELSEWHERE.contains(event) && HISTORY_LEVEL_FULL.isHistoryEventProduced(event, entity);
    }
}
