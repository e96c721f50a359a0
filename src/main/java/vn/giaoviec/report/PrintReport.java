package vn.giaoviec.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.report.ReportContent.Section;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.sheet.OfficialDocument;
import vn.giaoviec.sheet.TextWorkbook;

/** A report on paper, in Vietnamese whatever the page's language: it is a document. The same report is always the same bytes. */
@Service
public class PrintReport {
    private final ComposeReport composeReport;
    private final ReportSettings settings;
    private final Words words;

    PrintReport(ComposeReport composeReport, ReportSettings settings, MessageSource messages) {
        this.composeReport = composeReport;
        this.settings = settings;
        this.words = new Words(messages, Words.OFFICIAL);
    }

    /** What a report is printed as. */
    public enum Format {
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        /** The media type. */
        public String mediaType() {
            return mediaType;
        }
    }

    /** The name of its file, in ASCII. */
    public static String fileName(Report report, Format format) {
        return "bao-cao-%02d-%d.%s"
                .formatted(report.number(), report.year(), format.name().toLowerCase(Locale.ROOT));
    }

    /**
     * @param earlier the report of the same plan before it, or null
     * @throws Refusal.Conflict if its snapshot is not what its hash says
     */
    public byte[] print(Report report, @Nullable Report earlier, Format format) {
        if (!report.matches()) {
            throw new Refusal.Conflict("refusal.reportAltered");
        }
        ReportContent content = composeReport.of(report, earlier, Words.OFFICIAL);
        return switch (format) {
            case DOCX -> document(report, content);
            case XLSX -> workbook(report, content);
        };
    }

    private byte[] document(Report report, ReportContent content) {
        OfficialDocument paper = new OfficialDocument();
        var made = report.at().atZone(BusinessClock.ZONE);
        paper.head(
                settings.body(),
                words.say("report.paper.number", "%02d".formatted(report.number()), settings.symbol()),
                List.of(words.say("report.paper.nation"), words.say("report.paper.motto")),
                words.say(
                        "report.paper.placeAndDay",
                        settings.place(),
                        "%1$td".formatted(made),
                        // decree 30/2020/NĐ-CP: a zero before the days below 10 and the months 1 and 2 only
                        made.getMonthValue() < 3 ? "%1$tm".formatted(made) : String.valueOf(made.getMonthValue()),
                        String.valueOf(made.getYear())));
        paper.title(words.say("report.paper.title"), content.subject());
        for (Section section : content.sections()) {
            paper.heading(section.heading());
            section.paragraphs().forEach(paper::paragraph);
            section.tables().forEach(paper::table);
        }
        paper.ending(words.say("report.paper.recipients"), settings.recipients(), settings.signer());
        paper.annex(content.foot());
        paper.title(
                words.say("report.paper.annex"),
                words.say("report.paper.annexOf", report.written(), content.subject()));
        paper.table(content.annex());
        return paper.bytes(report.at());
    }

    private byte[] workbook(Report report, ReportContent content) {
        TextWorkbook workbook = new TextWorkbook();
        content.sections().stream()
                .flatMap(section -> section.tables().stream())
                .forEach(workbook::table);
        workbook.table(content.annex());
        TextWorkbook.Page about = workbook.page(words.say("report.about"), List.of(100));
        about.heading(List.of(content.subject()));
        about.row(List.of(content.foot()));
        return workbook.bytes(report.at());
    }
}
