package vn.giaoviec.annex;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.giaoviec.annex.Warning.Severity;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.sheet.Limits;
import vn.giaoviec.sheet.TableFile;

/** Reads the annex of a plan from a file, or from what was copied out of one. Stores nothing. */
public final class ReadAnnex {
    /** How large an annex may be. */
    public static final Limits LIMITS = new Limits(10 * 1024 * 1024, 20_000, 60);

    private ReadAnnex() {}

    /**
     * @param name the file's name, for provenance only
     * @param content its bytes: XLSX, DOCX, or CSV in UTF-8
     * @param setting what it is read by
     * @throws SecretAnnex if the file is marked as a state secret
     * @throws Refusal if it cannot be read, or no table of it is an annex
     */
    public static Annex read(String name, byte[] content, AnnexSetting setting) {
        return understand(name, sha256(content), TableFile.read(content, LIMITS), setting);
    }

    /**
     * @param words what was copied: a table in HTML, or cells separated by tabulators
     * @param setting what it is read by
     * @throws SecretAnnex if it is marked as a state secret
     * @throws Refusal if it cannot be read, or is no annex
     */
    public static Annex pasted(String words, AnnexSetting setting) {
        byte[] content = words.getBytes(StandardCharsets.UTF_8);
        if (content.length > LIMITS.bytes()) {
            throw new Refusal("refusal.fileTooLarge", LIMITS.bytes() / (1024 * 1024));
        }
        return understand("", sha256(content), TableFile.pasted(words, LIMITS), setting);
    }

    private static Annex understand(String name, String sha256, TableFile file, AnnexSetting setting) {
        FindTables tables = new FindTables(new HeaderWords());
        tables.in(file);
        if (tables.outside().stream().anyMatch(SecrecyPhrase::isMark)) {
            throw new SecretAnnex();
        }
        List<FoundTable> found = tables.found();
        if (found.isEmpty()) {
            throw new Refusal("refusal.annexWithoutTable");
        }
        int year = year(tables, setting);
        LocalDate issuedOn = issuedOn(tables, setting, year);
        ReadBodies bodies = new ReadBodies(new Bodies(setting.units(), issuedOn));
        GuessIndicators indicators = new GuessIndicators(setting.targets());
        ReadTasks tasks = new ReadTasks(
                new ReadDeadline(
                        year, issuedOn, issueWritten(tables, setting).orElse(LocalDate.of(year, 1, 1)), setting.days()),
                bodies,
                new GuessGroups(setting.groups()),
                indicators);
        ReadTargets targets = new ReadTargets(year, bodies, indicators);
        List<AnnexRow> rows = new ArrayList<>();
        List<AnnexTarget> wanted = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        for (FoundTable table : found) {
            List<Item> items = Outline.of(table);
            if (table.table().kind() == AnnexTable.Kind.TASKS) {
                rows.addAll(tasks.read(table, items));
                missingColumns(table.table(), warnings);
            } else {
                wanted.addAll(targets.read(table, items));
            }
        }
        warnings.addAll(HiddenParts.of(found, tables.hidden()));
        return new Annex(
                PersonPhrase.without(name),
                sha256,
                file.kind(),
                year,
                issuedOn,
                found.stream().map(FoundTable::table).toList(),
                rows,
                wanted,
                warnings);
    }

    private static void missingColumns(AnnexTable table, List<Warning> warnings) {
        for (AnnexColumn column : Item.HANDED_DOWN) {
            boolean days = column == AnnexColumn.DEADLINE && table.columns().containsKey(AnnexColumn.DAYS);
            if (!table.columns().containsKey(column) && !days) {
                warnings.add(Warning.of(Severity.WARNING, "annexWarning.columnMissing", column, table.sheet()));
            }
        }
    }

    private static int year(FindTables tables, AnnexSetting setting) {
        if (setting.planYear() != null) {
            return setting.planYear();
        }
        List<String> deadlines = new ArrayList<>();
        for (FoundTable table : tables.found()) {
            Integer at = table.table().columns().get(AnnexColumn.DEADLINE);
            if (at != null) {
                for (FoundTable.Line line : table.lines()) {
                    deadlines.add(CellText.of(line.row().cell(at)));
                }
            }
        }
        return TitlePhrase.year(tables.outside())
                .or(() -> TitlePhrase.mostNamed(deadlines))
                .orElseGet(() -> (setting.issuedOn() == null ? setting.today() : setting.issuedOn()).getYear());
    }

    private static LocalDate issuedOn(FindTables tables, AnnexSetting setting, int year) {
        LocalDate otherwise = setting.today().getYear() == year ? setting.today() : LocalDate.of(year, 1, 1);
        return issueWritten(tables, setting).orElse(otherwise);
    }

    private static Optional<LocalDate> issueWritten(FindTables tables, AnnexSetting setting) {
        return Optional.ofNullable(setting.issuedOn()).or(() -> TitlePhrase.issued(tables.outside()));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
