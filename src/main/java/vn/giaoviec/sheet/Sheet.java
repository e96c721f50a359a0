package vn.giaoviec.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import vn.giaoviec.shared.Refusal;

/** The first sheet of a file that a person brought: XLSX, or CSV in UTF-8. Whoever wants all of a file asks {@link TableFile}. */
public final class Sheet {
    private static final int MEGABYTE = 1024 * 1024;

    private Sheet() {}

    /**
     * Reads a file.
     *
     * @return the rows with something in them, in their order
     * @throws Refusal if it is too large, no spreadsheet, protected by a password, or built to do harm
     */
    public static List<Row> read(InputStream file, Limits limits) throws IOException {
        byte[] content = file.readNBytes(limits.bytes() + 1);
        if (content.length > limits.bytes()) {
            throw new Refusal("refusal.fileTooLarge", Math.max(1, limits.bytes() / MEGABYTE));
        }
        List<Grid> grids = TableFile.read(content, limits, false, "refusal.sheetUnreadable")
                .grids();
        return grids.isEmpty() ? List.of() : grids.get(0).rows();
    }
}
