package vn.giaoviec.guard.engine;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Models may name our beans and compare variables; they bring no code of their own. No script in any language, no Java
 * class by name, no connector, no file to load, no method call in an expression: whoever can deploy a model still cannot
 * run a program with it.
 */
class PlainModels extends AbstractBpmnParseListener {
    private static final Set<String> FORBIDDEN_ELEMENTS =
            Set.of("script", "scriptTask", "connector", "connectorId", "businessRuleTask", "sendTask", "validator");
    /** {@code camunda:class}, {@code variableMappingClass}, …; {@code camunda:type} makes a shell or mail task. */
    private static final Pattern FORBIDDEN_ATTRIBUTE =
            Pattern.compile(".*[cC]lass|.*:?(expression|resource|script)|.*bpmn:type");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}?");
    private static final String OPERAND = "\\s*!?\\s*([A-Za-z]\\w*|'[\\w ]*'|\\d+)\\s*";
    /** {@code bean}, {@code variable == 'value'}, {@code !flag && other > 3}; what a called case and the watch need besides. */
    private static final Pattern PLAIN =
            Pattern.compile("execution\\.processBusinessKey|deadlineTimes\\.of\\(execution\\)|" + OPERAND
                    + "((==|!=|<=|>=|<|>|&&|\\|\\|)" + OPERAND + ")*");

    @Override
    public void parseRootElement(Element definitions, List<ProcessDefinitionEntity> processes) {
        check(definitions);
    }

    private static void check(Element element) {
        if (FORBIDDEN_ELEMENTS.contains(element.getTagName())) {
            throw refused(element, "<" + element.getTagName() + ">");
        }
        for (String attribute : element.attributes()) {
            if (FORBIDDEN_ATTRIBUTE.matcher(attribute).matches()) {
                throw refused(element, attribute);
            }
            checkText(element, String.valueOf(element.attribute(attribute)));
        }
        checkText(element, element.getText());
        element.elements().forEach(PlainModels::check);
    }

    private static void checkText(Element element, String text) {
        var expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            if (!PLAIN.matcher(expressions.group(1)).matches()) {
                throw refused(element, expressions.group());
            }
        }
    }

    private static ProcessEngineException refused(Element element, String what) {
        return new ProcessEngineException("line " + element.getLine() + ": models bring no code of their own: " + what);
    }
}
