package vn.giaoviec.workflow.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes history as the engine does, but reads when a step began only where its end is written: how long it took needs
 * that, and nothing else does. A claim changes two rows that have not ended.
 */
final class HistoryWrites extends DbHistoryEventHandler {
    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        if (!isInitialEvent(event)
                && (event instanceof HistoricTaskInstanceEventEntity
                        || event instanceof HistoricActivityInstanceEventEntity)) {
            HistoricScopeInstanceEvent step = (HistoricScopeInstanceEvent) event;
            boolean changedBefore = getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) != null;
            if (step.getEndTime() == null && !changedBefore) {
                getDbEntityManager().merge(event);
                return;
            }
            if (step.getEndTime() != null && changedBefore && step.getStartTime() == null) {
                began(step);
            }
        }
        super.insertOrUpdate(event);
    }

    /** Past the engine's cache, which holds what this command has made of the row. */
    private static void began(HistoricScopeInstanceEvent step) {
        HistoricScopeInstanceEvent stored =
                Context.getCommandContext().getDbSqlSession().selectById(step.getClass(), step.getId());
        if (stored != null) {
            step.setStartTime(stored.getStartTime());
        }
    }
}
