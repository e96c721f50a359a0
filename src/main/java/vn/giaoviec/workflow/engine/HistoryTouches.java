package vn.giaoviec.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoviec.shared.TouchedRows;

/** Tells which rows of its history the engine writes, whatever command makes it do so. */
@Component
class HistoryTouches implements HistoryEventHandler {
    private final TouchedRows rows;

    HistoryTouches(TouchedRows rows) {
        this.rows = rows;
    }

    @Override
    public void handleEvents(List<HistoryEvent> history) {
        history.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        String caseKey = caseKey(event);
        if (caseKey == null) {
            return;
        }
        if (event instanceof HistoricVariableUpdateEventEntity variable) {
            rows.touched(caseKey, "ACT_HI_VARINST", variable.getVariableInstanceId());
        }
        String table = table(event);
        if (table != null) {
            rows.touched(caseKey, table, event.getId());
        }
    }

    private static @Nullable String table(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity) {
            return "ACT_HI_PROCINST";
        } else if (event instanceof HistoricActivityInstanceEventEntity) {
            return "ACT_HI_ACTINST";
        } else if (event instanceof HistoricTaskInstanceEventEntity) {
            return "ACT_HI_TASKINST";
        } else if (event instanceof UserOperationLogEntryEventEntity) {
            return "ACT_HI_OP_LOG";
        } else if (event instanceof HistoricJobLogEvent) {
            return "ACT_HI_JOB_LOG";
        } else if (event instanceof HistoricIncidentEventEntity) {
            return "ACT_HI_INCIDENT";
        }
        return null;
    }

    /** Of the process that began it all: its row is the one by which the history of a case is found. */
    private static @Nullable String caseKey(HistoryEvent event) {
        String root = event.getRootProcessInstanceId();
        if (root == null) {
            return null;
        }
        ExecutionEntity execution =
                Context.getCommandContext().getExecutionManager().findExecutionById(root);
        if (execution != null) {
            return execution.getBusinessKey();
        }
        return event instanceof HistoricProcessInstanceEventEntity instance ? instance.getBusinessKey() : null;
    }
}
