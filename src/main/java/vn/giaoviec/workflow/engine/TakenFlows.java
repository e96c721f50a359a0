package vn.giaoviec.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import vn.giaoviec.workflow.engine.FlowTable.Taken;

/** The flows that a command of the engine has taken: written in one statement when the engine writes what it did. */
final class TakenFlows implements Session {
    private final FlowTable table;
    private final List<Taken> flows = new ArrayList<>();

    private TakenFlows(FlowTable table) {
        this.table = table;
    }

    static void add(Taken flow) {
        Context.getCommandContext().getSession(TakenFlows.class).flows.add(flow);
    }

    @Override
    public void flush() {
        if (!flows.isEmpty()) {
            table.taken(flows);
            flows.clear();
        }
    }

    @Override
    public void close() {
        // what was not written is gone with its command
    }

    /** Lets each command of the engine gather its own. */
    record Sessions(Supplier<FlowTable> table) implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return TakenFlows.class;
        }

        @Override
        public Session openSession() {
            return new TakenFlows(table.get());
        }
    }
}
