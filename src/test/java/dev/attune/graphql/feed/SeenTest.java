package dev.attune.graphql.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenTest {
  @Test
  void rememberedIsReadBackWhateverItsLength() {
    Seen seen = Seen.NOTHING;
    for (int i = 0; i < 3_000; i++) {
      seen = seen.and(product(i));
      if (i % 97 == 0) {
        assertThat(Seen.of(seen.bits(), seen.hashes().length, seen.coded())).isEqualTo(seen);
      }
    }
  }

  @Test
  void whatWasShownIsNeverForgottenAndTheCodeStaysShort() {
    Seen seen = Seen.NOTHING;
    for (int i = 0; i < 5_000; i++) {
      seen = seen.and(product(i));
      assertThat(seen.coded().length).isLessThanOrEqualTo(Seen.MOST_BYTES);
    }
    assertThat(IntStream.range(0, 5_000).mapToObj(SeenTest::product)).allMatch(seen::has);
  }

  @Test
  void hardlyAnythingElsePassesForShown() {
    Seen seen = Seen.NOTHING;
    for (int i = 0; i < 200; i++) {
      seen = seen.and(product(i));
    }
    assertThat(seen.coded().length).isLessThan(320);
    long wrong =
        IntStream.range(200, 100_200).mapToObj(SeenTest::product).filter(seen::has).count();
    assertThat(wrong).isLessThan(150);
  }

  private static GlobalId product(int number) {
    return new GlobalId(NodeType.PRODUCT, "sku-" + number);
  }
}
