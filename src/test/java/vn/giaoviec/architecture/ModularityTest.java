package vn.giaoviec.architecture;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.giaoviec.GiaoViec;

/** The walls between the modules: no cycles, no inner packages touched, only the neighbours each package names. */
class ModularityTest {
    @Test
    void everyModuleKeepsToItsNeighbours() {
        ApplicationModules.of(GiaoViec.class).verify();
    }
}
