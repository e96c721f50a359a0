package vn.giaoviec.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** How the numbers of a workbook look: what is a date, and what a person sees of {@code 13} in the format {@code 0.0}. */
final class WorkbookFormats {
    private static final int MOST = 65_536;
    private static final int LONGEST = 255;
    private static final String GENERAL = "General";
    /** The reader's own date formats, which no file can say. */
    private static final List<Integer> LOCAL_DATES = List.of(14, 22);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final boolean from1904;
    private final List<Integer> formats = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

    private WorkbookFormats(boolean from1904) {
        this.from1904 = from1904;
    }

    static WorkbookFormats plain(boolean from1904) {
        return new WorkbookFormats(from1904);
    }

    static WorkbookFormats read(Xml xml, boolean from1904) throws IOException {
        WorkbookFormats read = new WorkbookFormats(from1904);
        boolean cells = false;
        while (xml.next()) {
            if (xml.starts("numFmt")) {
                String code = xml.attribute("formatCode", GENERAL);
                read.codes.put(xml.number("numFmtId", 0, Integer.MAX_VALUE), code.length() > LONGEST ? GENERAL : code);
            } else if (xml.name().equals("cellXfs")) {
                cells = xml.isStart();
            } else if (cells && xml.starts("xf")) {
                read.formats.add(xml.number("numFmtId", 0, Integer.MAX_VALUE));
            }
            if (read.formats.size() > MOST || read.codes.size() > MOST) {
                throw new IOException("too many formats");
            }
        }
        return read;
    }

    Cell cell(String written, int style) {
        try {
            double value = Double.parseDouble(written);
            int format = style < formats.size() ? formats.get(style) : 0;
            String builtIn =
                    format < BuiltinFormats.getAll().length ? BuiltinFormats.getBuiltinFormat(format) : GENERAL;
            String code = codes.getOrDefault(format, builtIn);
            if (!DateUtil.isADateFormat(format, code)) {
                return Cell.number(
                        BigDecimal.valueOf(value), formatter.formatRawCellContents(value, format, code, from1904));
            }
            LocalDateTime time = DateUtil.getLocalDateTime(value, from1904);
            if (time == null) {
                return Cell.BROKEN;
            }
            LocalDate day = time.toLocalDate();
            return Cell.date(
                    day,
                    LOCAL_DATES.contains(format)
                            ? DAY.format(day)
                            : formatter.formatRawCellContents(value, format, code, from1904));
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException noNumber) {
            return Cell.BROKEN;
        }
    }
}
