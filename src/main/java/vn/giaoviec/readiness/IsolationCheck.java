package vn.giaoviec.readiness;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The engine's optimistic locking is sound at READ COMMITTED only; a client beside ours takes the server's default. */
@Component
class IsolationCheck implements StartUpCheck {
    private static final String NEEDED = "READ-COMMITTED";

    private final ServerQuery server;

    IsolationCheck(ServerQuery server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "isolation";
    }

    @Override
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        int isolation = server.isolation();
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            problems.add(Problem.of("startUp.poolIsolation", named(isolation), NEEDED));
        }
        if (server.isMariaDb() && !NEEDED.equals(server.globalIsolation())) {
            problems.add(Problem.of("startUp.serverIsolation", server.globalIsolation(), NEEDED));
        }
        return problems;
    }

    private static String named(int isolation) {
        return switch (isolation) {
            case Connection.TRANSACTION_NONE -> "NONE";
            case Connection.TRANSACTION_READ_UNCOMMITTED -> "READ-UNCOMMITTED";
            case Connection.TRANSACTION_REPEATABLE_READ -> "REPEATABLE-READ";
            case Connection.TRANSACTION_SERIALIZABLE -> "SERIALIZABLE";
            default -> String.valueOf(isolation);
        };
    }
}
