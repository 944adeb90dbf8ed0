package dev.attune.catalog.feed.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.feed.Detail;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductDetailsTest {
  @Test
  void keepsCommasAndColonsOfValues() {
    assertThat(
            ProductDetails.parse(
                "General:native aspect ratio:16:9,General:print colours:Black, cyan, and red,"
                    + "General:certification:ISO 9001, FCC: part 15: B,Size:width:1,5 m"))
        .containsExactly(
            detail("native aspect ratio", "16:9"),
            detail("print colours", "Black, cyan, and red"),
            detail("certification", "ISO 9001, FCC: part 15: B"),
            detail("width", "1,5 m"));
  }

  @Test
  void readsDetailsThatAreJoinedWithSpaces() {
    assertThat(ProductDetails.parse("General:type:Lamp, Technical:bulb:E27, :weight:3 kg"))
        .containsExactly(detail("type", "Lamp"), detail("bulb", "E27"), detail("weight", "3 kg"));
  }

  @Test
  void takesTimesAndRatiosForParts() {
    assertThat(ProductDetails.parse("Play:modes:4:3,16:9:full,Play:start:10:30:00"))
        .containsExactly(detail("modes", "4:3,16:9:full"), detail("start", "10:30:00"));
  }

  @Test
  void splitsSeveralValuesAndJoinsEqualNames() {
    assertThat(ProductDetails.parse("A:cards:SD;xD ; MS,B:cards:SD;CF,A:empty:,A:kind:x"))
        .containsExactly(detail("cards", "SD", "xD", "MS", "CF"), detail("kind", "x"));
  }

  @Test
  void readsADetailWithoutASectionAndIgnoresWhatIsNone() {
    assertThat(ProductDetails.parse("Bulb:E27")).containsExactly(detail("Bulb", "E27"));
    assertThat(ProductDetails.parse("just text")).isEmpty();
    assertThat(ProductDetails.parse(":::")).isEmpty();
  }

  private static Detail detail(String label, String... values) {
    return new Detail(label, List.of(values));
  }
}
