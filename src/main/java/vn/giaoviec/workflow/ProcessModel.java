package vn.giaoviec.workflow;

import java.util.List;
import java.util.Map;

/**
 * A model of a process, as it was deployed.
 *
 * @param definition the process definition, for its diagram
 * @param process the process, e.g. {@code research}
 * @param name its name in the model
 * @param steps its human steps, in the order of the model
 * @param calls ids of the elements that call other processes, by the process called
 */
public record ProcessModel(
        String definition, String process, String name, List<Step> steps, Map<String, String> calls) {
    /**
     * A human step of the model.
     *
     * @param element its id, e.g. {@code task_approve}
     * @param name its name
     */
    public record Step(String element, String name) {}
}
