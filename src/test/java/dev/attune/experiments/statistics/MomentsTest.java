package dev.attune.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.stat.correlation.Covariance;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final double FAR = 1e9;

  @Test
  void partsMergeToTheMomentsOfTheWholeHoweverFarFromZero() {
    double[][] rows = rows();
    Moments one = Moments.NONE;
    Moments parts = Moments.NONE;
    Moments part = Moments.NONE;
    for (int i = 0; i < rows.length; i++) {
      Moments unit = Moments.of(rows[i][0], rows[i][1], rows[i][2]);
      one = one.merge(unit);
      part = part.merge(unit);
      if (i % 37 == 0) {
        parts = part.merge(parts);
        part = Moments.NONE;
      }
    }
    assertMomentsOf(one, rows);
    assertMomentsOf(parts.merge(part), rows);
  }

  @Test
  void exactSumsGiveTheSameMoments() {
    double[][] rows = rows();
    BigDecimal[] sums = new BigDecimal[9];
    Arrays.fill(sums, BigDecimal.ZERO);
    int[][] products = {{0, 0}, {1, 1}, {2, 2}, {0, 1}, {0, 2}, {1, 2}};
    for (double[] row : rows) {
      for (int i = 0; i < 3; i++) {
        sums[i] = sums[i].add(new BigDecimal(row[i]));
      }
      for (int i = 0; i < 6; i++) {
        BigDecimal product =
            new BigDecimal(row[products[i][0]]).multiply(new BigDecimal(row[products[i][1]]));
        sums[3 + i] = sums[3 + i].add(product);
      }
    }
    Sums.Totals totals = new Sums.Totals(sums[0], sums[1], sums[2]);
    Sums.Products all = new Sums.Products(sums[3], sums[4], sums[5], sums[6], sums[7], sums[8]);
    assertMomentsOf(new Sums(rows.length, totals, all).moments(), rows);
    assertThat(new Sums(0, totals, all).moments()).isEqualTo(Moments.NONE);
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> Moments.of(Double.NaN, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Moments.Squares(-1, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[][] rows() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] rows = new double[1_000][3];
    for (double[] row : rows) {
      row[0] = FAR + random.nextGaussian();
      row[1] = random.nextInt(3);
      row[2] = row[0] + random.nextGaussian();
    }
    return rows;
  }

  private static void assertMomentsOf(Moments moments, double[][] rows) {
    double free = rows.length - 1;
    Covariance expected = new Covariance(rows);
    double[][] matrix = expected.getCovarianceMatrix().getData();
    Moments.Squares squares = moments.squares();
    assertThat(moments.units()).isEqualTo(rows.length);
    assertThat(squares.value() / free).isCloseTo(matrix[0][0], offset(1e-6));
    assertThat(squares.base() / free).isCloseTo(matrix[1][1], offset(1e-6));
    assertThat(squares.before() / free).isCloseTo(matrix[2][2], offset(1e-6));
    assertThat(squares.valueBase() / free).isCloseTo(matrix[0][1], offset(1e-6));
    assertThat(squares.valueBefore() / free).isCloseTo(matrix[0][2], offset(1e-6));
    assertThat(squares.baseBefore() / free).isCloseTo(matrix[1][2], offset(1e-6));
    assertThat(moments.means().value()).isCloseTo(FAR, offset(.2));
  }
}
