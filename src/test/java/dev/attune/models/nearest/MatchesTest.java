package dev.attune.models.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MatchesTest {
  @Test
  void takesTheMostAlikeAndOfEqualOnesThoseThatCameFirst() {
    Matches matches = new Matches(8);
    matches.add(70, 1, 1, .5f);
    matches.add(10, 1, 1, .5f);
    matches.add(90, 1, 1, 1);
    matches.add(10, 2, .5, .5f);
    matches.add(30, 2, .5, 1);
    int[] nearest = matches.nearest(2);
    assertThat(Arrays.stream(nearest).map(matches::visit)).containsExactly(70, 10);
    assertThat(matches.weight(nearest[1])).isEqualTo(.75);
    assertThat(matches.product(nearest[1])).isEqualTo(1);
    assertThat(matches.nearest(9)).hasSize(4);
  }
}
