package vn.giaoviec.dossier.file;

import java.util.List;
import vn.giaoviec.sheet.Csv;

/** A table of a case file. */
final class CsvText {
    private final StringBuilder text = new StringBuilder(Csv.MARK);

    CsvText row(List<String> cells) {
        text.append(Csv.row(cells));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
