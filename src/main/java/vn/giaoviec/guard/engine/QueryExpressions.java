package vn.giaoviec.guard.engine;

import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import vn.giaoviec.shared.Refusal;

/**
 * Expressions that belong to no running process come from queries and stored filters, that is from people; the engine
 * evaluates them with all its power, also where it means to forbid them (CVE-2026-109432: an expression in a nested "or"
 * query runs operating-system commands for any signed-in user). Here such an expression is evaluated only if it is one
 * of the few that Tasklist's work lists are made of. Expressions of models have a process and are not touched.
 */
class QueryExpressions extends SpringExpressionManager {
    private static final Pattern KNOWN = Pattern.compile("\\$\\{(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
            + "|dateTime\\(\\)(\\.(plus|minus)(Hours|Days|Weeks|Months)\\([0-9]{1,4}\\)){0,3})\\}");

    QueryExpressions(ApplicationContext context, @Nullable Map<Object, Object> beans) {
        super(context, beans);
    }

    @Override
    public Expression createExpression(String text) {
        ensureInitialized();
        try {
            return new Guarded(createValueExpression(text), this, text);
        } catch (ELException malformed) {
            throw (Refusal) new Refusal.Forbidden("refusal.expressionNotOffered").initCause(malformed);
        }
    }

    private static final class Guarded extends JuelExpression {
        Guarded(ValueExpression expression, JuelExpressionManager manager, String text) {
            super(expression, manager, text);
        }

        @Override
        public @Nullable Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            onlyKnownWithout(scope);
            return super.getValue(scope, execution);
        }

        @Override
        public void setValue(
                @Nullable Object value, @Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            onlyKnownWithout(scope);
            super.setValue(value, scope, execution);
        }

        private void onlyKnownWithout(@Nullable VariableScope scope) {
            if (scope == null
                    && !isLiteralText()
                    && !KNOWN.matcher(getExpressionText()).matches()) {
                throw new Refusal.Forbidden("refusal.expressionNotOffered");
            }
        }
    }
}
