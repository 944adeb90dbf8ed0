package dev.attune.catalog.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntRowsTest {
  @Test
  void keepsRowsOverManyBlocksAndReplacesThemInPlace() {
    IntRows rows = new IntRows(1_000);
    for (int row = 0; row < 1_000; row++) {
      for (int i = 0; i < row; i++) {
        rows.add(i);
      }
      rows.endRow();
    }
    assertThat(rows.size()).isEqualTo(499_500);
    rows.replaceEach((row, numbers) -> Arrays.copyOf(numbers, Math.min(numbers.length, 2)));
    assertThat(rows.size()).isEqualTo(1 + 2 * 998);
    assertThat(of(rows, 0)).isEmpty();
    assertThat(of(rows, 1)).containsExactly(0);
    assertThat(of(rows, 999)).containsExactly(0, 1);
  }

  private static List<Integer> of(IntRows rows, int row) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = rows.from(row); i < rows.from(row + 1); i++) {
      numbers.add(rows.at(i));
    }
    return numbers;
  }
}
