package dev.attune.events.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What makes an order one that cost less. */
class ReductionsTest {
  @Test
  void aCouponOrADiscountOfTheOrderOrOfALineDoes() throws JsonProcessingException {
    assertThat(reduced("{\"coupon\": \"LESS\"}")).isTrue();
    assertThat(reduced("{\"discount\": 2.5}")).isTrue();
    assertThat(reduced("{\"discount\": \"2.50\"}")).isTrue();
    assertThat(reduced("{\"products\": [{\"coupon\": \"LESS\"}]}")).isTrue();
    assertThat(reduced("{\"items\": [{}, {\"discount\": \"1\"}]}")).isTrue();
  }

  @Test
  void nothingElseDoesNorWhatCannotBeRead() throws JsonProcessingException {
    assertThat(reduced("{}")).isFalse();
    assertThat(reduced("{\"coupon\": \" \", \"discount\": 0}")).isFalse();
    assertThat(reduced("{\"coupon\": {\"code\": \"LESS\"}, \"discount\": \"much\"}")).isFalse();
    assertThat(reduced("{\"products\": [{\"discount\": null}]}")).isFalse();
  }

  private static boolean reduced(String order) throws JsonProcessingException {
    return Reductions.of(new Fields(new ObjectMapper().readTree(order), ""), "products", "items");
  }
}
