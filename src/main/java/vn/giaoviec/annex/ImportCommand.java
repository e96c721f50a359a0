package vn.giaoviec.annex;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.plan.PlanOutline;
import vn.giaoviec.shared.Refusal;

/**
 * The sub-command {@code import}: shows how the annex of a plan is understood, before anybody takes it over. It starts neither
 * Spring nor a database.
 */
public final class ImportCommand {
    /** As in {@code sysexits.h}: the command line is wrong. */
    private static final int USAGE = 64;

    private static final int REFUSED = 2;
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Set<String> OPTIONS = Set.of("--plan-year", "--issued", "--language");

    private final PrintStream out;
    private final PrintStream err;
    private final LocalDate today;
    private final List<String> files = new ArrayList<>();
    private boolean preview;
    private boolean json;
    private @Nullable Integer planYear;
    private @Nullable LocalDate issuedOn;
    private String language = "vi";

    private ImportCommand(PrintStream out, PrintStream err, LocalDate today) {
        this.out = out;
        this.err = err;
        this.today = today;
    }

    /**
     * Reads the file that the command line names and prints its tasks, in UTF-8 whatever the locale.
     *
     * @param arguments after the word {@code import}
     * @return 0 if it was understood, 2 if it was refused, 64 if the command line is wrong
     */
    public static int run(List<String> arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return run(arguments, out, err, LocalDate.now(Clock.system(VIETNAM)));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err, LocalDate today) {
        int code = new ImportCommand(out, err, today).answer(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private int answer(List<String> arguments) {
        String wrong = understand(arguments);
        Messages messages = new Messages(language);
        if (wrong != null || !preview || files.size() != 1) {
            err.println(messages.of("import.usage", wrong == null ? "import" : wrong));
            return USAGE;
        }
        Path file = Path.of(files.get(0));
        try {
            if (!Files.isRegularFile(file)) {
                err.println(messages.of("import.noFile", file));
                return REFUSED;
            }
            if (Files.size(file) > ReadAnnex.LIMITS.bytes()) {
                throw new Refusal("refusal.fileTooLarge", ReadAnnex.LIMITS.bytes() / (1024 * 1024));
            }
            String name = String.valueOf(file.getFileName());
            Annex annex = ReadAnnex.read(name, Files.readAllBytes(file), setting());
            AnnexPrint print = new AnnexPrint(annex, messages);
            if (json) {
                print.json(out);
            } else {
                print.table(out);
            }
            print.summary(err);
            return 0;
        } catch (Refusal refused) {
            err.println(messages.of(
                    "import.refused",
                    file.getFileName(),
                    messages.of(refused.key(), refused.args().toArray())));
        } catch (IOException unreadable) {
            err.println(messages.of("import.noFile", file));
        }
        return REFUSED;
    }

    private AnnexSetting setting() {
        PlanOutline shipped = PlanOutline.shipped();
        return new AnnexSetting(
                planYear,
                issuedOn,
                today,
                WorkingDays.shipped(),
                CommonUnits.with(shipped.units()),
                shipped.targets(),
                shipped.groups());
    }

    /** The first argument that is not understood, or null. */
    private @Nullable String understand(List<String> arguments) {
        for (int at = 0; at < arguments.size(); at++) {
            String argument = arguments.get(at);
            if (argument.equals("--preview")) {
                preview = true;
            } else if (argument.equals("--json")) {
                json = true;
            } else if (OPTIONS.contains(argument)) {
                at++;
                if (at == arguments.size() || !option(argument, arguments.get(at))) {
                    return argument;
                }
            } else if (argument.startsWith("--")) {
                return argument;
            } else {
                files.add(argument);
            }
        }
        return null;
    }

    private boolean option(String name, String value) {
        try {
            switch (name) {
                case "--plan-year" -> planYear = value.matches("2\\d{3}") ? Integer.valueOf(value) : null;
                case "--issued" ->
                    issuedOn = LocalDate.parse(value.replaceFirst("^(\\d{2})/(\\d{2})/(\\d{4})$", "$3-$2-$1"));
                default -> language = value;
            }
            return name.equals("--plan-year") ? planYear != null : !language.isEmpty();
        } catch (DateTimeException noDay) {
            return false;
        }
    }
}
