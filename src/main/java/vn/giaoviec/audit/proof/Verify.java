package vn.giaoviec.audit.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sub-command {@code verify}: reads a ledger and says whether it is intact. It starts neither Spring nor the engine,
 * and wants an account that may only select.
 */
public final class Verify {
    /** What the command line accepts after two dashes, each with a value. */
    private static final List<String> OPTIONS =
            List.of("database", "user", "password-file", "folder", "key", "checkpoints", "language", "file");

    /** What a case file has no use for. */
    private static final List<String> DATABASE_OPTIONS = List.of("database", "user", "password-file");

    private static final String EMBEDDED =
            "jdbc:h2:file:./data/giaoviec;MODE=MariaDB;CASE_INSENSITIVE_IDENTIFIERS=TRUE;"
                    + "DB_CLOSE_ON_EXIT=FALSE;IFEXISTS=TRUE";

    private final Map<String, String> environment;
    private final PrintStream out;
    private ResourceBundle words = words("vi");

    private Verify(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /**
     * Verifies as the command line says.
     *
     * @param arguments after the word {@code verify}
     * @return 0 if the ledger is intact, 1 if not, 2 if it could not be verified
     */
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        return new Verify(environment, out).run(arguments);
    }

    private int run(List<String> arguments) {
        Map<String, String> options = options(arguments);
        words = words(options.getOrDefault("language", "vi"));
        if (options.containsKey("file")) {
            DATABASE_OPTIONS.stream()
                    .filter(options::containsKey)
                    .forEach(name -> options.putIfAbsent("", "--" + name));
        }
        if (options.containsKey("")) {
            say("verify.usage", options.get(""));
            return 2;
        }
        Path folder = Path.of(options.getOrDefault("folder", "./data/audit"));
        String file = options.get("file");
        if (file != null) {
            return runOnFile(options, folder, Path.of(file));
        }
        try (Connection connection = connect(options)) {
            LedgerQuery.fix(connection);
            List<PublicKey> keys = keys(options, folder);
            Path copy = Path.of(options.getOrDefault(
                    "checkpoints", folder.resolve("checkpoints.log").toString()));
            boolean copied = Files.exists(copy);
            if (!copied && options.containsKey("checkpoints")) {
                say("verify.noFile", copy);
                return 2;
            }
            if (!copied) {
                say("verify.noWitness", copy);
            }
            Verification.Result result = Verification.of(connection, keys, copied ? Witness.read(copy) : null);
            for (Finding finding : result.findings()) {
                say("verify." + finding.kind().name(), finding.place());
            }
            say(
                    result.findings().isEmpty() ? "verify.intact" : "verify.broken",
                    result.links(),
                    result.sealed(),
                    result.findings().size());
            return result.findings().isEmpty() ? 0 : 1;
        } catch (SQLException unreachable) {
            say("verify.noDatabase", unreachable.getMessage());
        } catch (IOException | IllegalArgumentException unreadable) {
            say("verify.noKey", folder, unreadable.getMessage());
        }
        return 2;
    }

    /** A case file needs no database; of the copy outside only one that was named is asked, since ours may be younger. */
    private int runOnFile(Map<String, String> options, Path folder, Path file) {
        String copy = options.get("checkpoints");
        try {
            List<PublicKey> keys = keys(options, folder);
            for (Path needed : copy == null ? List.of(file) : List.of(file, Path.of(copy))) {
                if (!Files.isRegularFile(needed)) {
                    say("verify.noFile", needed);
                    return 2;
                }
            }
            Witness witness = copy == null ? null : Witness.read(Path.of(copy));
            CaseFileVerification.Result result = CaseFileVerification.of(file, keys, witness);
            result.findings().forEach(finding -> say("verify." + finding.kind().name(), finding.place()));
            say(
                    result.findings().isEmpty() ? "verify.fileIntact" : "verify.fileBroken",
                    result.stream(),
                    result.links(),
                    result.checkpoint(),
                    result.findings().size());
            return result.findings().isEmpty() ? 0 : 1;
        } catch (IOException | IllegalArgumentException unreadable) {
            say("verify.noKey", folder, unreadable.getMessage());
            return 2;
        }
    }

    /** By name; under the empty name what is none of them. */
    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i).replaceFirst("^--", "");
            if (!arguments.get(i).startsWith("--") || !OPTIONS.contains(name) || i + 1 == arguments.size()) {
                options.put("", arguments.get(i));
                return options;
            }
            options.merge(name, arguments.get(i + 1), (first, second) -> first + '\n' + second);
        }
        return options;
    }

    private Connection connect(Map<String, String> options) throws SQLException, IOException {
        String database = option(options, "database", "GIAOVIEC_DATABASE_URL", EMBEDDED);
        String file = options.get("password-file");
        return DriverManager.getConnection(
                database,
                option(options, "user", "GIAOVIEC_DATABASE_USER", database.startsWith("jdbc:h2:") ? "sa" : ""),
                file == null
                        ? environment.getOrDefault("GIAOVIEC_DATABASE_PASSWORD", "")
                        : Files.readString(Path.of(file)).strip());
    }

    private String option(Map<String, String> options, String name, String variable, String otherwise) {
        String value = options.get(name);
        return value != null ? value : environment.getOrDefault(variable, otherwise);
    }

    private static List<PublicKey> keys(Map<String, String> options, Path folder) throws IOException {
        List<PublicKey> keys = new ArrayList<>();
        String given = options.get("key");
        for (String file : given == null
                ? List.of(folder.resolve("seal.pub").toString())
                : given.lines().toList()) {
            for (String line : Files.readAllLines(Path.of(file))) {
                if (!line.isBlank()) {
                    keys.add(PublicKey.read(line));
                }
            }
        }
        return keys;
    }

    private void say(String key, @Nullable Object... arguments) {
        out.println(new MessageFormat(words.getString(key), words.getLocale()).format(arguments));
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                "messages.messages",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
