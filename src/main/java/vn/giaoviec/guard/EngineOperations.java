package vn.giaoviec.guard;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The operations of the engine's web applications that are reachable at all. Tasklist brings its own copy of the engine's
 * REST interface, 377 operations, from running a step to deleting the history; whatever is not named here is refused
 * before the engine hears of it, also what a later version may add.
 */
public final class EngineOperations {
    /** Everything below it is closed but for {@link #all()}. */
    public static final String PREFIX = "/camunda/api";

    private static final String ENGINE = PREFIX + "/engine/engine/default";
    /** An id as the engine makes them, so that no word of another operation passes for one. */
    private static final String ID = "{id:(?:[A-Za-z-]+:[0-9]+:)?[0-9a-f]+-[0-9a-f-]+}";

    private static final Set<String> ANYBODY = Set.of();
    /** Who looks at the engine in Cockpit, where nothing can be changed and no variable is shown. */
    public static final Set<String> WATCHERS = Set.of("inspector", "administrator");

    private static final List<Operation> TASKLIST = List.of(
            get(PREFIX + "/admin/auth/user/default"),
            get(PREFIX + "/engine/engine/"),
            get(PREFIX + "/tasklist/plugin/tasklistPlugins/static/app/{file}"),
            get(ENGINE + "/filter"),
            get(ENGINE + "/filter/count"),
            get(ENGINE + "/filter/" + ID),
            options(ENGINE + "/filter"),
            options(ENGINE + "/filter/" + ID),
            post(ENGINE + "/filter/" + ID + "/list"),
            post(ENGINE + "/filter/" + ID + "/count"),
            get(ENGINE + "/task/" + ID),
            get(ENGINE + "/task/" + ID + "/form"),
            get(ENGINE + "/task/" + ID + "/deployed-form"),
            get(ENGINE + "/task/" + ID + "/identity-links"),
            post(ENGINE + "/task/" + ID + "/claim"),
            post(ENGINE + "/task/" + ID + "/unclaim"),
            post(ENGINE + "/task/" + ID + "/submit-form"),
            get(ENGINE + "/process-definition/" + ID + "/xml"),
            get(ENGINE + "/user/{id}/profile"),
            get(ENGINE + "/group/count"),
            post(ENGINE + "/group"));

    private static final String COCKPIT_DATA = PREFIX + "/cockpit/plugin/base/default";

    private static final List<Operation> COCKPIT = Stream.of(
                    get(PREFIX + "/cockpit/plugin/cockpitPlugins/static/app/{file}"),
                    get(COCKPIT_DATA + "/process-definition/statistics"),
                    get(COCKPIT_DATA + "/process-definition/statistics-count"),
                    post(COCKPIT_DATA + "/process-definition/" + ID + "/called-process-definitions"),
                    post(COCKPIT_DATA + "/process-instance"),
                    post(COCKPIT_DATA + "/process-instance/count"),
                    post(COCKPIT_DATA + "/process-instance/" + ID + "/called-process-instances"),
                    post(COCKPIT_DATA + "/incident"),
                    post(COCKPIT_DATA + "/incident/count"),
                    get(ENGINE + "/process-definition"),
                    get(ENGINE + "/process-definition/count"),
                    get(ENGINE + "/process-definition/statistics"),
                    get(ENGINE + "/process-definition/" + ID),
                    get(ENGINE + "/process-definition/" + ID + "/statistics"),
                    get(ENGINE + "/process-instance/" + ID),
                    get(ENGINE + "/process-instance/" + ID + "/activity-instances"),
                    post(ENGINE + "/process-instance"),
                    post(ENGINE + "/process-instance/count"),
                    post(ENGINE + "/variable-instance"),
                    post(ENGINE + "/variable-instance/count"),
                    get(ENGINE + "/job-definition"),
                    get(ENGINE + "/job/count"),
                    post(ENGINE + "/job"),
                    post(ENGINE + "/external-task/count"),
                    get(ENGINE + "/task/count"),
                    post(ENGINE + "/task"),
                    post(ENGINE + "/task/count"),
                    get(ENGINE + "/case-definition/count"),
                    get(ENGINE + "/decision-definition/count"),
                    get(ENGINE + "/deployment/count"))
            .map(operation -> new Operation(operation.method(), operation.path(), WATCHERS))
            .toList();

    private EngineOperations() {}

    /** Every reachable operation, in the order of its web application. */
    public static List<Operation> all() {
        return Stream.concat(TASKLIST.stream(), COCKPIT.stream()).toList();
    }

    private static Operation get(String path) {
        return new Operation("GET", path, ANYBODY);
    }

    private static Operation post(String path) {
        return new Operation("POST", path, ANYBODY);
    }

    private static Operation options(String path) {
        return new Operation("OPTIONS", path, ANYBODY);
    }

    /**
     * One operation.
     *
     * @param method its HTTP method
     * @param path its path, with patterns in braces for single segments
     * @param groups who may call it; empty for everybody who is signed in
     */
    public record Operation(String method, String path, Set<String> groups) {}
}
