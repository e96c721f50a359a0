package vn.giaoviec.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Numbers that are counted have the median of numbers that are written out. */
class StepFiguresTest {
    @RepeatedTest(50)
    void theMedianOfCountsIsTheMedianOfTheNumbers(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int[] numbers = random.ints(1 + random.nextInt(30), 0, 8).sorted().toArray();
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        Arrays.stream(numbers).forEach(number -> counts.merge(number, 1, Integer::sum));
        int half = numbers.length / 2;
        double expected = numbers.length % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2.0;
        assertThat(StepFigures.median(counts, numbers.length)).isEqualTo(expected);
    }

    @Test
    void nobodyCountsFurtherThanAThousand() {
        assertThat(StepFigures.upTo(1_000)).isEqualTo("1000");
        assertThat(StepFigures.upTo(1_001)).isEqualTo("1000+");
    }
}
