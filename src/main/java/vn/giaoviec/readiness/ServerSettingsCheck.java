package vn.giaoviec.readiness;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Settings under which MariaDB makes other tables than meant: three-byte text, which loses Nôm and symbols, and timestamps
 * that change by themselves whenever their row does.
 */
@Component
class ServerSettingsCheck implements StartUpCheck {
    private final ServerQuery server;

    ServerSettingsCheck(ServerQuery server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "server settings";
    }

    @Override
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (server.isMariaDb()) {
            List<String> tables = server.threeByteTables();
            if (!tables.isEmpty()) {
                problems.add(Problem.of("startUp.threeByteTables", tables.size(), tables.get(0)));
            }
            if (!server.explicitTimestamps()) {
                problems.add(Problem.of("startUp.implicitTimestamps"));
            }
        }
        return problems;
    }
}
