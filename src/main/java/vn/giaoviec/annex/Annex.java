package vn.giaoviec.annex;

import java.time.LocalDate;
import java.util.List;
import vn.giaoviec.sheet.TableFile;

/**
 * The annex of a plan, as understood; nothing of it is stored anywhere yet.
 *
 * @param file the file's name
 * @param sha256 SHA-256 of its bytes, hexadecimal
 * @param kind what sort of file it is
 * @param planYear the plan year it was read by
 * @param issuedOn the day of issue it was read by
 * @param tables the tables found
 * @param rows rows of tables of tasks, headlines and stubs too, in the order of the file
 * @param targets rows of tables of targets
 * @param warnings what concerns the whole
 */
public record Annex(
        String file,
        String sha256,
        TableFile.Kind kind,
        int planYear,
        LocalDate issuedOn,
        List<AnnexTable> tables,
        List<AnnexRow> rows,
        List<AnnexTarget> targets,
        List<Warning> warnings) {

    /** The rows that are tasks. */
    public List<AnnexRow> tasks() {
        return rows.stream().filter(row -> row.kind() == AnnexRow.Kind.TASK).toList();
    }
}
