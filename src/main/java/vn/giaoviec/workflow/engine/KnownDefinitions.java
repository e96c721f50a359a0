package vn.giaoviec.workflow.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.jspecify.annotations.Nullable;

/**
 * A model that was read once is not asked for again by every command. The engine asks because another node might have
 * suspended or deleted it; here nobody can, as no command that does so is allowed. The newest model of a key is still asked
 * for: another node may have deployed one.
 */
final class KnownDefinitions implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
        return ProcessDefinitionManager.class;
    }

    @Override
    public Session openSession() {
        return new Known();
    }

    private static @Nullable ProcessDefinitionEntity known(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().findProcessDefinitionFromCache(id);
    }

    private static final class Known extends ProcessDefinitionManager {
        @Override
        public ProcessDefinitionEntity findLatestDefinitionById(String id) {
            ProcessDefinitionEntity known = known(id);
            return known == null ? super.findLatestDefinitionById(id) : known;
        }
    }

    /** The engine's own, which names the model in every row of history. */
    static final class InHistory extends CacheAwareHistoryEventProducer {
        @Override
        protected @Nullable ProcessDefinitionEntity getProcessDefinitionEntity(@Nullable String id) {
            ProcessDefinitionEntity known = id == null ? null : known(id);
            return known == null ? super.getProcessDefinitionEntity(id) : known;
        }
    }
}
