package dev.attune.search.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final int SIZE = 2_000;

  /** Many ties, and prices that are the same as a float. */
  private static double[] keys(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, SIZE)
        .mapToDouble(i -> i % 3 == 0 ? 20_000_000 + random.nextInt(4) / 100.0 : random.nextInt(50))
        .toArray();
  }

  private static int tie(int row) {
    return SIZE - 1 - row;
  }

  private static List<Integer> sorted(double[] keys, RowSet among) {
    return IntStream.range(0, SIZE)
        .filter(among::has)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer row) -> -keys[row])
                .thenComparingInt(OrderTest::tie))
        .toList();
  }

  private static List<Integer> rows(TopRows top) {
    return IntStream.range(0, top.size()).mapToObj(top::row).toList();
  }

  private static RowSet everySecond() {
    RowSet some = RowSet.none(SIZE);
    IntStream.range(0, SIZE).filter(row -> row % 2 == 0).forEach(some::add);
    return some;
  }

  @Test
  void findsTheSameFirstRowsAlongTheOrderAsInTheWholeList() {
    double[] keys = keys(1);
    Order order = Order.of(SIZE, row -> keys[row], OrderTest::tie);
    List<Integer> expected = sorted(keys, everySecond());
    assertThat(rows(order.first(everySecond(), SIZE))).isEqualTo(expected);
    assertThat(rows(order.firstOfAll(everySecond(), 100))).isEqualTo(expected.subList(0, 100));
  }

  @Test
  void followsChangedKeys() {
    double[] before = keys(1);
    double[] after = before.clone();
    double[] other = keys(2);
    int[] changed = IntStream.range(0, SIZE).filter(row -> row % 7 == 0).toArray();
    IntStream.of(changed).forEach(row -> after[row] = other[(row + 1) % SIZE]);
    Order order = Order.of(SIZE, row -> before[row], OrderTest::tie);
    Order next = order.with(row -> after[row], changed);
    assertThat(rows(next.first(everySecond(), SIZE))).isEqualTo(sorted(after, everySecond()));
    assertThat(rows(order.first(everySecond(), SIZE))).isEqualTo(sorted(before, everySecond()));
  }
}
