package dev.attune.models.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FixedTest {
  private final double[] parts =
      new SplittableRandom(1).doubles(10_000).map(it -> Math.pow(it, 6)).toArray();

  @Test
  void addsUpToTheSameBitsInAnyOrder() {
    double[] sorted = parts.clone();
    Arrays.sort(sorted);
    assertThat(sum(parts)).isNotEqualTo(sum(sorted));

    double stepped = sum(Arrays.stream(parts).map(Fixed::step).toArray());

    assertThat(sum(Arrays.stream(sorted).map(Fixed::step).toArray())).isEqualTo(stepped);
    assertThat(stepped).isCloseTo(sum(parts), within(1e-5));
  }

  @Test
  void keepsWhatIsAboveNothingAboveNothing() {
    assertThat(Fixed.of(0)).isZero();
    assertThat(Fixed.of(1e-300)).isOne();
    assertThat(Fixed.value(Fixed.of(.75))).isEqualTo(.75);
  }

  private static double sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }
}
