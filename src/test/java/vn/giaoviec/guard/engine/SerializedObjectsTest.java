package vn.giaoviec.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/** Serialized Java objects run code when they are read; no client and no code of ours can put one into the engine. */
@EngineTest
class SerializedObjectsTest {
    private static final String JAVA = "application/x-java-serialized-object";
    private static final AtomicInteger READ = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    RuntimeService runtime;

    @Test
    void neitherRequestNorCommandPutsOneIntoTheEngine() throws IOException {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins();
        String task = work.step("task_classify").taskId();
        String instance = province.instance(work.key()).getId();
        String content = serialized();
        String value = "{\"value\":\"" + content + "\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\""
                + Gadget.class.getName() + "\",\"serializationDataFormat\":\"" + JAVA + "\"}}";
        TasklistClient head = TasklistClient.signIn(port, "head.stttt");
        for (String path : List.of("/task/" + task + "/submit-form", "/task/" + task + "/complete")) {
            assertThat(head.engine(
                                    "POST",
                                    "/camunda/api/engine/engine/default" + path,
                                    "{\"variables\":{\"x\":" + value + "}}")
                            .statusCode())
                    .isBetween(400, 499);
        }
        assertThat(head.engine("PUT", "/camunda/api/engine/engine/default/task/" + task + "/variables/x", value)
                        .statusCode())
                .isBetween(400, 499);
        assertThatThrownBy(() -> runtime.setVariable(
                        instance,
                        "x",
                        Variables.serializedObjectValue(content)
                                .objectTypeName(Gadget.class.getName())
                                .serializationDataFormat(JAVA)
                                .create()))
                .as("by the system itself")
                .isInstanceOf(ProcessEngineException.class);
        assertThat(runtime.getVariables(instance)).doesNotContainKey("x");
        assertThat(READ).as("nothing was read back").hasValue(0);
        assertThat(work.waitsAt()).containsExactly("task_classify");
    }

    private static String serialized() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Gadget());
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Tells when it is read. */
    private static final class Gadget implements Serializable {
        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            READ.incrementAndGet();
        }
    }
}
