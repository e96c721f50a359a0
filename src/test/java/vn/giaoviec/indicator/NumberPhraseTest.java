package vn.giaoviec.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people write them. */
class NumberPhraseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "85|85",
                "-3|-3",
                "1234|1234",
                "1234.5|1234.5",
                "1234,5|1234.5",
                "1.234,5|1234.5",
                "1.234,567|1234.567",
                "1.234.567|1234567",
                "1.234.567,25|1234567.25",
                "-1.234,5|-1234.5",
                "12.5|12.5",
                "12,5|12.5",
                "99.9999|99.9999",
                "1234.567|1234.567",
                "1234,567|1234.567",
                "0.123|0.123",
                "0,123|0.123",
                "99999999999999|99999999999999",
            })
    void isReadInEitherNotation(String words, BigDecimal number) {
        assertThat(NumberPhrase.read(words))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
        assertThat(NumberPhrase.isAmbiguous(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234", "100.000", "12,345", "-1.234"})
    void whatCouldBeTwoNumbersIsNotGuessed(String words) {
        assertThat(NumberPhrase.isAmbiguous(words)).isTrue();
        assertThat(NumberPhrase.read(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "x",
                "85%",
                "1,234.5",
                "1,234,567",
                "12.34.567",
                "1.23,4",
                "01.234,5",
                "1e5",
                "12,34567",
                "0.12345",
                "100000000000000",
                "١٢",
                "1 234",
                ".5",
                "5."
            })
    void anythingElseIsNoNumber(String words) {
        assertThat(NumberPhrase.read(words)).isEmpty();
        assertThat(NumberPhrase.isAmbiguous(words)).isFalse();
    }

    @Test
    void theLongestHasFourteenDigits() {
        assertThat(NumberPhrase.read("999.999.999.999,9999")).isPresent();
        assertThat(NumberPhrase.read("1.000.000.000.000.000,0")).isEmpty();
    }
}
