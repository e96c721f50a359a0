package vn.giaoviec.bench;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;

/** All that happened in one process instance, asked for by the engine's API as one would in a day: each kind by itself, files without their bytes. */
record EngineHistory(HistoryService history, TaskService tasks) {

    /** Everything of the instance with that business key, and of those it called. */
    List<Object> of(String businessKey) {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .rootProcessInstances()
                .singleResult();
        List<Object> all = new ArrayList<>();
        add(instance, all);
        for (HistoricProcessInstance called : history.createHistoricProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .list()) {
            add(called, all);
        }
        return all;
    }

    private void add(HistoricProcessInstance instance, List<Object> all) {
        String id = instance.getId();
        all.add(instance);
        all.addAll(history.createHistoricActivityInstanceQuery()
                .processInstanceId(id)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list());
        List<HistoricTaskInstance> steps = history.createHistoricTaskInstanceQuery()
                .processInstanceId(id)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list();
        all.addAll(steps);
        for (HistoricTaskInstance step : steps) {
            all.addAll(history.createHistoricIdentityLinkLogQuery()
                    .taskId(step.getId())
                    .list());
        }
        all.addAll(history.createHistoricVariableInstanceQuery()
                .processInstanceId(id)
                .disableBinaryFetching()
                .list());
        all.addAll(history.createHistoricDetailQuery()
                .processInstanceId(id)
                .disableBinaryFetching()
                .orderByTime()
                .asc()
                .list());
        all.addAll(history.createUserOperationLogQuery()
                .processInstanceId(id)
                .orderByTimestamp()
                .asc()
                .list());
        all.addAll(history.createHistoricJobLogQuery().processInstanceId(id).list());
        all.addAll(history.createHistoricIncidentQuery().processInstanceId(id).list());
        all.addAll(tasks.getProcessInstanceComments(id));
        all.addAll(tasks.getProcessInstanceAttachments(id));
    }
}
