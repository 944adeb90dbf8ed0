package dev.attune.catalog.compact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdOrderTest {
  private static final String CHARACTERS = "0019aB-~\u007f\u0080\u00fc\u5b57";

  @Test
  void sortsByTheCharactersOfIdsHoweverLong() {
    Random random = new Random(5);
    SampleCatalog shop = new SampleCatalog();
    IntStream.range(0, 3_000)
        .mapToObj(i -> id(random, i))
        .distinct()
        .forEach(id -> shop.product(id, "Mouse").add());
    CatalogSnapshot catalog = shop.snapshot("1");

    assertThat(Arrays.stream(IdOrder.of(catalog)).mapToObj(row -> catalog.at(row).id().value()))
        .hasSize(catalog.size())
        .isSortedAccordingTo(Comparator.naturalOrder());
  }

  private static String id(Random random, int i) {
    StringBuilder id = new StringBuilder("shop-" + i % 3);
    for (int length = random.nextInt(10); length > 0; length--) {
      id.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return id.toString();
  }
}
