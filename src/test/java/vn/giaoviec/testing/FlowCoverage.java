package vn.giaoviec.testing;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which sequence flows of a model no test has taken, from the flows the system itself records. */
@TestComponent
public class FlowCoverage {
    private final RepositoryService repository;
    private final JdbcClient jdbc;

    FlowCoverage(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    public Set<String> untaken(String process) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        Collection<SequenceFlow> flows =
                repository.getBpmnModelInstance(definition).getModelElementsByType(SequenceFlow.class);
        Set<String> untaken = flows.stream().map(SequenceFlow::getId).collect(Collectors.toCollection(TreeSet::new));
        jdbc.sql("select distinct flow from workflow_flow_taken where definition = ?")
                .param(definition)
                .query(String.class)
                .list()
                .forEach(untaken::remove);
        return untaken;
    }
}
