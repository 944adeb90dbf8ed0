package dev.attune.events.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BodyNamesTest {
  @Test
  void mostBodiesNameNobodyButWhoSentThem() {
    assertThat(
            BodyNames.in(
                "{\"type\":\"track\",\"anonymousId\":\"v1\",\"properties\":{\"product_id\":\"p\","
                    + "\"products\":[{\"id\":\"p1\",\"price\":1.5}]},\"context\":null}",
                Set.of("v1")))
        .isEmpty();
  }

  @Test
  void idsCountInTheirFieldsAndOwnKindsWithTheirType() {
    assertThat(
            BodyNames.in(
                "{\"anonymousId\":\"v1\",\"userId\":7,\"previousId\":\"v0\",\"id\":\"x\",\"context\":"
                    + "{\"externalIds\":[{\"id\":\"4711\",\"type\":\"card\",\"of\":{\"id\":\"y\"}}]}}",
                Set.of("v1")))
        .containsExactlyInAnyOrderElementsOf(hashes("7", "v0", "4711"));
  }

  @Test
  void addressesAndTheirHashesCountWhereverTheyStand() {
    String hash = "0123456789abcdef".repeat(4);
    assertThat(
            BodyNames.in(
                "{\"a\":[{\"b\":\"from Ann@Example.com, by post\"},[\"%s\"]],\"bob@example.com\":1}"
                    .formatted(hash),
                Set.of("v1")))
        .containsExactlyInAnyOrderElementsOf(hashes("ann@example.com", hash, "bob@example.com"));
  }

  @Test
  void whatNamesTooManyOrCannotBeReadHasToBeLookedInto() {
    StringBuilder many = new StringBuilder("[\"a@b.c\"");
    for (int i = 0; i < 60; i++) {
      many.append(",\"a").append(i).append("@b.c\"");
    }
    assertThat(BodyNames.in(many.append("]").toString(), Set.of("v1"))).isNull();
    assertThat(BodyNames.in("{\"a\":", Set.of("v1"))).isNull();
  }

  private static List<Long> hashes(String... names) {
    return Arrays.stream(names).map(BodyNames::hash).toList();
  }
}
