package vn.giaoviec.testing;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The engine's web applications know one engine in a Java process: the one that started last. So the classes that share an
 * application run first, then each that has its own, those that throw theirs away, then those with Keycloak; nobody goes back.
 */
public final class OneApplicationAtATime implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.<ClassDescriptor>comparingInt(OneApplicationAtATime::turn)
                        .thenComparing(one -> one.getTestClass().getName()));
    }

    private static int turn(ClassDescriptor one) {
        if (one.isAnnotated(KeycloakTest.class)) {
            return 3;
        }
        if (one.isAnnotated(DirtiesContext.class)) {
            return 2;
        }
        return one.isAnnotated(SpringBootTest.class) && !one.isAnnotated(EngineTest.class) ? 1 : 0;
    }
}
