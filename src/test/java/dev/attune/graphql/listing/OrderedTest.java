package dev.attune.graphql.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.ProductId;
import dev.attune.graphql.list.ListCursor;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedTest {
  private static Ordered list(String... ids) {
    List<ProductId> products = Stream.of(ids).map(ProductId::new).toList();
    return new Ordered("q", "o", products, Set.of(), ids.length);
  }

  @Test
  void goesOnBehindTheItemWhateverCameInFrontOfIt() {
    ListCursor cursor = ListCursor.parse(list("a", "b", "c", "d").cursor(1));
    assertThat(list("a", "b", "c", "d").behind(cursor)).isEqualTo(2);
    assertThat(list("new", "a", "b", "c", "d").behind(cursor)).isEqualTo(3);
    assertThat(list("b", "c", "d").behind(cursor)).isEqualTo(1);
  }

  @Test
  void goesOnAtThePlaceOfAnItemThatIsGone() {
    ListCursor cursor = new ListCursor("q", "o", 1, "gone");
    assertThat(list("a", "c", "d").behind(cursor)).isEqualTo(1);
    assertThat(list("a").behind(new ListCursor("q", "o", 9, "gone"))).isEqualTo(1);
    assertThat(list("a").behind(null)).isZero();
  }
}
