package dev.attune.models.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.CategoryId;
import dev.attune.models.counts.Orders;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MultiplesTest {
  @Test
  void areKindsOfWhichEnoughOrdersHoldTwo() {
    Multiples multiples =
        Multiples.of(
            new Orders(
                Map.of("Lamps", 5, "Shirts", 5, "Yarn", 200, "Desks", 200, "Sofas", 1),
                Map.of("Lamps", 1, "Shirts", 3, "Yarn", 50, "Desks", 40, "Sofas", 1)));
    assertThat(multiples.has(kind("Yarn"))).isTrue();
    assertThat(multiples.has(kind("Shirts"))).isTrue();
    assertThat(multiples.has(kind("Lamps"))).as("one order of five").isFalse();
    assertThat(multiples.has(kind("Desks"))).as("maybe fewer than a fifth").isFalse();
    assertThat(multiples.has(kind("Sofas"))).as("one order").isFalse();
    assertThat(multiples.has(kind("Chairs"))).isFalse();
  }

  private static CategoryId kind(String name) {
    return new CategoryId(name);
  }
}
