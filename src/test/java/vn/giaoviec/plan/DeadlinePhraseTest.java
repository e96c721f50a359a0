package vn.giaoviec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.plan.Deadline.Doubt;
import vn.giaoviec.plan.Deadline.Kind;

/** Deadlines as published provincial plans write them. The plan here is one of 2026, issued on 15/01/2026. */
class DeadlinePhraseTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 15);
    /** Days off of 2024 and 2026 that matter below. */
    private static final WorkingDays DAYS = WorkingDays.by(Set.of(
                    "2024-04-29",
                    "2024-04-30",
                    "2024-09-02",
                    "2026-02-16",
                    "2026-02-17",
                    "2026-02-18",
                    "2026-02-19",
                    "2026-02-20")
            .stream()
            .collect(Collectors.toMap(LocalDate::parse, day -> false)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what plans of Hà Nội, NQ 03 and Bình Định write, and what it means
                "Quý I/2026|QUARTER|2026-01-01|2026-03-31|",
                "Quý II|QUARTER|2026-04-01|2026-06-30|YEAR_ASSUMED",
                "Quý III/2026.|QUARTER|2026-07-01|2026-09-30|",
                "quý iv năm 2026|QUARTER|2026-10-01|2026-12-31|",
                "Quý 2/2025|QUARTER|2025-04-01|2025-06-30|",
                "Quý II/2025|QUARTER|2025-04-01|2025-06-30|",
                "Trong tháng 01/2026|MONTH|2026-01-01|2026-01-31|",
                "Tháng 01/ 2026|MONTH|2026-01-01|2026-01-31|",
                "Tháng 5/2025|MONTH|2025-05-01|2025-05-31|",
                "Trong tháng 5/2025|MONTH|2025-05-01|2025-05-31|",
                "Tháng 6|MONTH|2026-06-01|2026-06-30|YEAR_ASSUMED",
                "Tháng 2 năm 2028|MONTH|2028-02-01|2028-02-29|",
                "12/2025|MONTH|2025-12-01|2025-12-31|",
                "6/2025|MONTH|2025-06-01|2025-06-30|",
                "06/2025|MONTH|2025-06-01|2025-06-30|",
                "12/2026 báo cáo kết quả|MONTH|2026-12-01|2026-12-31|REMARK",
                "2025|YEAR|2025-01-01|2025-12-31|",
                "2026|YEAR|2026-01-01|2026-12-31|",
                "2030|YEAR|2030-01-01|2030-12-31|",
                "Năm 2026|YEAR|2026-01-01|2026-12-31|",
                "Cuối năm 2026|YEAR|2026-01-01|2026-12-31|",
                "Sáu tháng đầu năm 2024|PART_OF_YEAR|2024-01-01|2024-06-30|",
                "9 tháng đầu năm|PART_OF_YEAR|2026-01-01|2026-09-30|YEAR_ASSUMED",
                "31/12/2024|DATE|2024-12-31|2024-12-31|",
                "30/8/2026|DATE|2026-08-30|2026-08-30|",
                "Trước 10/02/2026|DATE|2026-02-09|2026-02-09|STRICTLY_BEFORE",
                "trước ngày 15/11|DATE|2026-11-14|2026-11-14|STRICTLY_BEFORE YEAR_ASSUMED",
                "trước ngày 15.11|DATE|2026-11-14|2026-11-14|STRICTLY_BEFORE YEAR_ASSUMED",
                "Trước tháng 6/2026|MONTH|2026-05-31|2026-05-31|STRICTLY_BEFORE",
                "Chậm nhất ngày 20/6/2026|DATE|2026-06-20|2026-06-20|",
                "Hoàn thành trong tháng 9/2026|MONTH|2026-09-01|2026-09-30|",
                "13/02/2026 Đề xuất hạn là thường xuyên|DATE|2026-02-13|2026-02-13|REMARK",
                "từ ngày 15/9 đến ngày 15/10|RANGE|2026-09-15|2026-10-15|YEAR_ASSUMED",
                "Từ ngày 15/9 đến ngày 15/10/2024|RANGE|2024-09-15|2024-10-15|",
                "2025 - 2026|RANGE|2025-01-01|2026-12-31|",
                "Từ Quý I/2026|OPEN_ENDED|2026-01-01||",
                "2025 và những năm tiếp theo|OPEN_ENDED|2025-01-01||",
                "Từ ngày ban hành Kế hoạch trở đi|OPEN_ENDED|2026-01-15||",
                "Quý I/2026 lựa chọn nhiệm vụ. Quý IV/2026 báo cáo kết quả thực hiện|MULTI_MILESTONE||2026-12-31|",
                "Triển khai ngay sau khi hoàn thành bản sao số. Báo cáo định kỳ hàng tháng|AFTER_TASK|||",
                "100 ngày kể từ ngày ban hành Kế hoạch|OFFSET||2026-04-25|",
                "10 ngày làm việc kể từ ngày ban hành kế hoạch|OFFSET||2026-01-29|",
                "25 ngày làm việc kể từ ngày ban hành kế hoạch|OFFSET||2026-02-26|",
                "100 ngày|OFFSET|||EVENT_UNKNOWN",
                "10 ngày làm việc sau khi Nghị quyết được ban hành|OFFSET|||EVENT_UNKNOWN",
                // more than one deadline, or words around it: a person decides
                "Quý II và Quý IV/2026|MULTI_MILESTONE||2026-12-31|",
                "Quý II đến Quý IV/2026|RANGE|2026-04-01|2026-12-31|",
                "Trước 15/6, trước 15/12|MULTI_MILESTONE||2026-12-14|STRICTLY_BEFORE YEAR_ASSUMED REMARK",
                "Quý I, năm 2027|QUARTER|2027-01-01|2027-03-31|",
                "Quý I năm sau|UNPARSED|||",
                "Trước ngày 15/11 năm 2027|DATE|2027-11-14|2027-11-14|STRICTLY_BEFORE",
                "Trước 15/11 hằng năm|DATE|2026-11-14|2026-11-14|STRICTLY_BEFORE YEAR_ASSUMED REMARK",
                "2025-2026|RANGE|2025-01-01|2026-12-31|",
                "Tháng 6 - 2026|MONTH|2026-06-01|2026-06-30|",
                "Quý II - 2026|QUARTER|2026-04-01|2026-06-30|",
                "Tháng 4 - tháng 6/2026|RANGE|2026-04-01|2026-06-30|",
                "15-11-2026|DATE|2026-11-15|2026-11-15|",
                "03 tháng đầu năm 2026|PART_OF_YEAR|2026-01-01|2026-03-31|",
                "Từ tháng 6 đến cuối năm 2026|RANGE|2026-06-01|2026-12-31|",
                "Thường xuyên, hoàn thành trước 30/6/2026|RECURRING||2026-12-31|REMARK",
                "Hằng năm, trước ngày 15/11|RECURRING||2026-12-31|REMARK",
                "Định kỳ hằng tuần|RECURRING||2026-12-31|REMARK",
                "Thường xuyên, báo cáo 6 tháng|RECURRING||2026-12-31|REMARK",
                "Thường xuyên trong năm 2026|RECURRING||2026-12-31|",
                "Thường xuyên|RECURRING||2026-12-31|",
                "Nhiệm vụ thường xuyên|RECURRING||2026-12-31|",
                "Hằng năm|RECURRING||2026-12-31|",
                "hằng năm|RECURRING||2026-12-31|",
                "hằng quý|RECURRING||2026-12-31|",
                "Thường xuyên, định kỳ báo cáo theo Quý|RECURRING||2026-12-31|",
                // other words and signs for the same
                "Quí II/2025|QUARTER|2025-04-01|2025-06-30|",
                "Qúy III.2026|QUARTER|2026-07-01|2026-09-30|",
                "Q3/2026|QUARTER|2026-07-01|2026-09-30|",
                "T6/2026|MONTH|2026-06-01|2026-06-30|",
                "Cuối quý II/2026|QUARTER|2026-04-01|2026-06-30|",
                "Trước ngày 30 tháng 6 năm 2026|DATE|2026-06-29|2026-06-29|STRICTLY_BEFORE",
                "Ngày 30 tháng 6|DATE|2026-06-30|2026-06-30|YEAR_ASSUMED",
                "Trước 17h00 ngày 30/6/2026|DATE|2026-06-30|2026-06-30|",
                "Thứ Ba, ngày 30/6/2026|DATE|2026-06-30|2026-06-30|",
                "6 tháng cuối năm|PART_OF_YEAR|2026-07-01|2026-12-31|YEAR_ASSUMED",
                "Cả năm 2026|YEAR|2026-01-01|2026-12-31|",
                "Trong năm|YEAR|2026-01-01|2026-12-31|YEAR_ASSUMED",
                "Giai đoạn 2026-2027|RANGE|2026-01-01|2027-12-31|",
                "Quý I-III/2026|RANGE|2026-01-01|2026-09-30|",
                "Quý I, II, III|MULTI_MILESTONE||2026-09-30|YEAR_ASSUMED",
                "Tháng 5-6/2026|RANGE|2026-05-01|2026-06-30|",
                "Từ tháng 01 - 12/2026|RANGE|2026-01-01|2026-12-31|",
                "01/3/2026-30/6/2026|RANGE|2026-03-01|2026-06-30|",
                "Từ nay đến hết năm 2026|RANGE|2026-01-15|2026-12-31|",
                "Quý II/2026 trở đi|OPEN_ENDED|2026-04-01||",
                "Bắt đầu từ Quý II/2026|OPEN_ENDED|2026-04-01||",
                "Trong vòng 100 ngày kể từ ngày ban hành Kế hoạch|OFFSET||2026-04-25|",
                "Báo cáo trước ngày 15/12/2026|DATE|2026-12-14|2026-12-14|STRICTLY_BEFORE",
                "Dự kiến Quý III/2026|QUARTER|2026-07-01|2026-09-30|REMARK",
                "Thực hiện thường xuyên|RECURRING||2026-12-31|",
                "Liên tục|RECURRING||2026-12-31|",
                "Trước ngày 20 hằng tháng|RECURRING||2026-12-31|REMARK",
                "Ngày 25 tháng cuối quý|RECURRING||2026-12-31|REMARK",
                // a later deadline in the same words counts; where it is earlier, nobody can tell
                "Tháng 6/2026 (dự thảo), tháng 12/2026 (ban hành)|MULTI_MILESTONE||2026-12-31|REMARK",
                "Quý II/2026 (trước 15/6)|UNPARSED|||",
                "Quý III hoặc Quý IV/2026|UNPARSED|||",
                "Theo tiến độ của từng nhiệm vụ khoa học công nghệ|UNPARSED|||",
                "Theo thời điểm có nhu cầu|UNPARSED|||",
                "Theo thời hạn cụ thể sau đây:|UNPARSED|||",
                "''|UNPARSED|||"
            })
    void aPhraseIsUnderstoodOrHonestlyNot(String raw, Kind kind, LocalDate from, LocalDate day, String doubts) {
        Deadline read = read(raw);
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.from()).isEqualTo(from);
        assertThat(read.day()).isEqualTo(day);
        assertThat(read.doubts())
                .isEqualTo(
                        doubts == null
                                ? Set.of()
                                : Arrays.stream(doubts.split(" ", -1))
                                        .map(Doubt::valueOf)
                                        .collect(Collectors.toSet()));
        assertThat(read.raw()).as("the words are kept").isEqualTo(raw);
        assertThat(read(Normalizer.normalize(
                                "  " + raw.toUpperCase(Locale.forLanguageTag("vi")) + " ", Normalizer.Form.NFD))
                        .kind())
                .as("in capitals, decomposed, with blanks around")
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thường xuyên|UNSTATED",
                "Hằng năm|YEAR",
                "hàng tháng|MONTH",
                "hằng quý|QUARTER",
                "Trước ngày 20 hằng tháng|MONTH",
                "Ngày 25 tháng cuối quý|QUARTER",
                "Thường xuyên, định kỳ báo cáo theo Quý|QUARTER",
                "Thường xuyên, báo cáo 6 tháng|UNSTATED",
                "Thường xuyên, báo cáo định kỳ 6 tháng|HALF_YEAR",
                "Triển khai ngay sau khi hoàn thành bản sao số. Báo cáo định kỳ hàng tháng|MONTH"
            })
    void howOftenARecurringTaskReports(String raw, Deadline.Cycle cycle) {
        assertThat(read(raw).cycle()).isEqualTo(cycle);
    }

    @Test
    void milestonesKeepTheirDaysAndWords() {
        assertThat(read("Quý I/2026 lựa chọn nhiệm vụ. Quý IV/2026 báo cáo kết quả thực hiện")
                        .milestones())
                .containsExactly(
                        new Deadline.Milestone(LocalDate.of(2026, 3, 31), "Quý I/2026 lựa chọn nhiệm vụ"),
                        new Deadline.Milestone(LocalDate.of(2026, 12, 31), "Quý IV/2026 báo cáo kết quả thực hiện"));
    }

    @Test
    void eachLineOfACellIsAMilestone() {
        assertThat(read("Tháng 6\nTháng 12").kind()).isEqualTo(Kind.MULTI_MILESTONE);
        assertThat(read("Tháng 6\nTháng 12").day()).isEqualTo("2026-12-31");
        assertThat(read("Tháng 6\nvà các tháng sau").doubts()).contains(Doubt.REMARK);
    }

    @Test
    void anOffsetSaysFromWhat() {
        assertThat(read("10 ngày làm việc sau khi Nghị quyết được ban hành").offset())
                .isEqualTo(new Deadline.Offset(10, true, "nghị quyết được ban hành"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2026",
                "30/2",
                "Tháng 13/2026",
                "tháng 0",
                "0/2026",
                "Quý V/2026",
                "Quý 5",
                "Quý I, V/2026",
                "Quý III, II/2026",
                "Tháng 3 - 13/2026",
                "Đầu quý III/2026",
                "Giữa năm 2026",
                "32/01/2026",
                "1/2/3/4",
                "2026/05/01",
                "15/11/26",
                "6-7/2026",
                "4 tháng đầu năm 2026",
                "20261",
                "từ ngày 15/10/2026 đến ngày 15/9/2026"
            })
    void whatIsNoDayIsNotGuessed(String raw) {
        assertThat(read(raw).kind()).isEqualTo(Kind.UNPARSED);
        assertThat(read(raw).day()).isNull();
    }

    @Test
    void anythingIsReadWithoutFailing() {
        String alphabet = "0123456789/.- qQuýQÝiIvVtTháng năm ngày trước từ đến sau khi thường xuyên;:\n\tế";
        Random random = new Random(20261123);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder raw = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                raw.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Deadline read = read(raw.toString());
            assertThat(read.day() == null || read.from() == null || !read.from().isAfter(read.day()))
                    .as(raw.toString())
                    .isTrue();
        }
    }

    @Test
    void thePlanInTheTreeSaysTheDatesThatItsWordsMean() throws IOException {
        byte[] whole = new ClassPathResource("plans/plan-33-2024.yaml").getContentAsByteArray();
        String without = new String(whole, StandardCharsets.UTF_8).replaceAll("(?m)^    dueOn: .*\n", "");
        Map<String, LocalDate> decided = dates(PlanFile.read("decided.yaml", whole, DAYS));
        Map<String, LocalDate> understood =
                dates(PlanFile.read("words.yaml", without.getBytes(StandardCharsets.UTF_8), DAYS));
        assertThat(decided).hasSize(58);
        assertThat(understood).isEqualTo(decided);
    }

    private static Map<String, LocalDate> dates(PlanDraft plan) {
        return plan.assignments().stream().collect(Collectors.toMap(Assignment::code, Assignment::dueOn));
    }

    private static Deadline read(String raw) {
        return DeadlinePhrase.read(raw, 2026, ISSUED, DAYS);
    }
}
