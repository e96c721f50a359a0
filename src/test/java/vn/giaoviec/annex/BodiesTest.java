package vn.giaoviec.annex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaoviec.plan.PlanOutline;

/** Lead units as published plans write them. Three expected states: certain ({@code X}), first of the suggestions ({@code ?X}), none ({@code -}). */
class BodiesTest {
    private static final Bodies IN_2024 =
            new Bodies(CommonUnits.with(PlanOutline.shipped().units()), LocalDate.of(2024, 2, 23));
    private static final Bodies IN_2026 =
            new Bodies(CommonUnits.with(PlanOutline.shipped().units()), LocalDate.of(2026, 1, 15));

    @Test
    void phrasesOfPublishedPlansMeanTheirUnits() {
        List<String> wrong = new ArrayList<>();
        List<String> certainlyWrong = new ArrayList<>();
        int bodies = 0;
        for (String line : BodyPhrases.ALL.lines().toList()) {
            String phrase = line.substring(0, line.indexOf('|'));
            List<String> wanted = List.of(line.substring(line.indexOf('|') + 1).split(" ", -1));
            List<Named> named = IN_2024.read(phrase).leading();
            bodies += wanted.size();
            if (named.size() != wanted.size()) {
                wrong.add(line + " -> " + told(named));
                named.stream()
                        .filter(Named::certain)
                        .filter(one -> !wanted.contains(one.unit()))
                        .forEach(one -> certainlyWrong.add(line + " -> " + one.unit()));
                continue;
            }
            for (int at = 0; at < wanted.size(); at++) {
                String unit = wanted.get(at);
                Named one = named.get(at);
                String first = one.suggestions().isEmpty()
                        ? ""
                        : one.suggestions().get(0).unit();
                boolean right = unit.equals("-")
                        ? one.kind() == Named.Kind.OUTSIDE
                        : unit.startsWith("?")
                                ? !one.certain() && (unit.length() == 1 || first.equals(unit.substring(1)))
                                : one.certain() && unit.equals(one.unit());
                if (!right) {
                    wrong.add(line + " -> " + told(named));
                }
                if (one.certain() && !unit.equals(one.unit())) {
                    certainlyWrong.add(line + " -> " + one.unit());
                }
            }
        }
        assertThat(BodyPhrases.ALL.lines().count()).isGreaterThanOrEqualTo(120);
        assertThat(certainlyWrong).as("nothing is certain and wrong").isEmpty();
        assertThat(wrong).as("of %s bodies", bodies).hasSizeLessThanOrEqualTo(bodies / 20);
    }

    private static String told(List<Named> named) {
        return named.stream()
                .map(one -> one.kind() + " '" + one.text() + "' " + one.unit() + " "
                        + one.suggestions().stream().map(Suggestion::unit).toList())
                .collect(Collectors.joining(" / "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sở Khoa học và Công nghệ chủ trì cùng các Sở, ngành liên quan|SKHCN|SO-BAN-NGANH",
                "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính|SNV|STC",
                "Sở Nội vụ phối hợp với Sở Tài chính|SNV|STC",
                "Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính|SNV|STC"
            })
    void whoStandsBehindWithOnlyHelps(String cell, String leads, String helps) {
        Bodies.Read read = IN_2024.read(cell);
        assertThat(read.leading()).extracting(Named::unit).containsExactly(leads);
        assertThat(read.helping()).singleElement().satisfies(one -> assertThat(one.suggestions())
                .first()
                .extracting(Suggestion::unit)
                .isEqualTo(helps));
    }

    @Test
    void personsInOfficeAreTold() {
        assertThat(IN_2024.read("Giám đốc Sở Tài chính").inOffice()).containsExactly("Giám đốc Sở Tài chính");
        assertThat(IN_2024.read("Sở Tài chính").inOffice()).isEmpty();
    }

    @Test
    void whoTookOverIsSuggestedAndNeverChosen() {
        Map<String, String> heirs = Map.of(
                "Sở Thông tin và Truyền thông", "SKHCN",
                "Sở KH&ĐT", "STC",
                "Sở LĐ-TB&XH", "SNV",
                "Sở Nông nghiệp và PTNT", "SNNMT",
                "Sở GTVT", "SXD",
                "Ban Dân tộc", "SDTTG");
        heirs.forEach((phrase, heir) -> {
            Named named = IN_2026.read(phrase).leading().get(0);
            assertThat(named.certain()).as(phrase).isFalse();
            assertThat(named.unit()).as(phrase).isNull();
            assertThat(named.suggestions().get(0).unit()).as(phrase).isEqualTo(heir);
            assertThat(named.suggestions().get(0).reason()).isEqualTo(Suggestion.Reason.SUCCESSOR);
        });
        assertThat(IN_2026.read("Sở Nông nghiệp và Môi trường").leading().get(0).unit())
                .isEqualTo("SNNMT");
        assertThat(IN_2024.read("Sở Nông nghiệp và Môi trường").leading().get(0).certain())
                .isFalse();
    }

    @Test
    void membersOfAGroupAreThoseOfTheDay() {
        assertThat(IN_2024.read("các sở, ban, ngành").leading().get(0).members())
                .hasSize(20);
        assertThat(IN_2026.read("các sở, ban, ngành").leading().get(0).members())
                .contains("SNNMT", "SDTTG")
                .doesNotContain("STTTT", "SKHDT");
        assertThat(IN_2024.read("UBND cấp huyện").leading().get(0).members()).hasSize(11);
        assertThat(IN_2026.read("UBND cấp huyện").leading().get(0).certain())
                .as("there are no districts any more")
                .isFalse();
    }

    @Test
    void aLongCellIsLeftToAPerson() {
        assertThat(IN_2024.read("Sở Nội vụ, ".repeat(300)).leading())
                .singleElement()
                .satisfies(named -> assertThat(named.certain()).isFalse());
    }
}
