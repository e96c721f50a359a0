package vn.giaoviec.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {
    @ParameterizedTest
    @CsvSource({
        "Sở Thông tin và Truyền thông, so thong tin va truyen thong",
        "ĐƯỜNG TRUYỀN Ở ĐẢO, duong truyen o dao",
        "Nghị quyết 33/KH-UBND, nghi quyet 33/kh-ubnd",
        "Ủy ban, uy ban"
    })
    void marksAndCaseDoNotMatter(String text, String folded) {
        assertThat(Folded.of(text)).isEqualTo(folded);
        assertThat(Folded.of(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(folded);
    }

    @Test
    void wordsStandBetweenWhateverIsNone() {
        assertThat(Folded.words("  Biên-bản (số 5)_nghiệm thu.PDF% "))
                .containsExactly("bien", "ban", "so", "5", "nghiem", "thu", "pdf");
        assertThat(Folded.words(" %_ ")).isEmpty();
    }

    @Test
    void lettersOfMoreThanOneByteAreWrittenByTheirNumber() {
        assertThat(Folded.ascii("so 5")).isEqualTo("so 5");
        assertThat(Folded.ascii("α𝒳x")).isEqualTo("{DLB}{BNELD}x");
    }
}
