package vn.giaoviec.privacy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The sub-command {@code personal-data}: answers a person who asks what is stored of them. It starts neither Spring nor
 * the engine.
 */
public final class PersonalDataCommand {
    private static final List<String> OPTIONS =
            List.of("person", "out", "database", "user", "password-file", "language");

    private static final String EMBEDDED =
            "jdbc:h2:file:./data/giaoviec;MODE=MariaDB;CASE_INSENSITIVE_IDENTIFIERS=TRUE;"
                    + "DB_CLOSE_ON_EXIT=FALSE;IFEXISTS=TRUE";

    private final Map<String, String> options = new TreeMap<>();
    private final Map<String, String> environment;
    private final PrintStream out;

    private PersonalDataCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /**
     * Writes the file that the command line asks for.
     *
     * @param arguments after the word {@code personal-data}
     * @param environment says where the database is if the command line does not
     * @return 0 if the file is written, 1 if no row names that person, 2 if it could not be done
     */
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        return new PersonalDataCommand(environment, out).run(arguments);
    }

    private int run(List<String> arguments) {
        String wrong = understand(arguments);
        String person = options.get("person");
        String file = options.get("out");
        if (wrong != null) {
            say("personalData.usage", wrong);
        } else if (person == null || file == null) {
            say("personalData.missing");
        } else {
            return write(person, Path.of(file));
        }
        return 2;
    }

    private @Nullable String understand(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i).replaceFirst("^--", "");
            if (!arguments.get(i).startsWith("--") || !OPTIONS.contains(name) || i + 1 == arguments.size()) {
                return arguments.get(i);
            }
            options.put(name, arguments.get(i + 1));
        }
        return null;
    }

    private int write(String person, Path file) {
        try (Connection connection = connect()) {
            long rows;
            try (ZipOutputStream zip =
                    new ZipOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
                rows = new PersonalDataQuery(connection).write(person, zip);
            } catch (SQLException unreadable) {
                Files.deleteIfExists(file);
                throw unreadable;
            }
            if (rows == 0) {
                Files.delete(file);
                say("personalData.nobody", person);
                return 1;
            }
            say("personalData.written", rows, person, file);
            return 0;
        } catch (SQLException unreadable) {
            say("personalData.noDatabase", unreadable.getMessage());
        } catch (IOException unwritable) {
            say("personalData.noFile", unwritable.getMessage());
        }
        return 2;
    }

    private Connection connect() throws SQLException, IOException {
        String database = option("database", "GIAOVIEC_DATABASE_URL", EMBEDDED);
        String file = options.get("password-file");
        return DriverManager.getConnection(
                database,
                option("user", "GIAOVIEC_DATABASE_USER", database.startsWith("jdbc:h2:") ? "sa" : ""),
                file == null
                        ? environment.getOrDefault("GIAOVIEC_DATABASE_PASSWORD", "")
                        : Files.readString(Path.of(file)).strip());
    }

    private String option(String name, String variable, String otherwise) {
        String value = options.get(name);
        return value != null ? value : environment.getOrDefault(variable, otherwise);
    }

    private void say(String key, @Nullable Object... arguments) {
        ResourceBundle words = ResourceBundle.getBundle(
                "messages.messages",
                Locale.forLanguageTag(options.getOrDefault("language", "vi")),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        out.println(new MessageFormat(words.getString(key), words.getLocale()).format(arguments));
    }
}
