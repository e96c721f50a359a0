package vn.giaoviec.workflow.engine;

/** The engine names a definition {@code <process>:<version>:<id>}. */
final class ProcessNames {
    private ProcessNames() {}

    static String of(String definition) {
        int colon = definition.indexOf(':');
        return colon < 0 ? definition : definition.substring(0, colon);
    }
}
