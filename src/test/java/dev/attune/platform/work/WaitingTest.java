package dev.attune.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitingTest {
  private final Waiting<String> waiting = new Waiting<>(10, String::length);

  @Test
  void whatIsHeavyTakesMoreRoomAndGivesItBackWhenItIsSettled() {
    assertThat(waiting.offer("1234567")).isTrue();
    assertThat(waiting.offer("1234")).isFalse();
    assertThat(waiting.offer("123")).isTrue();
    assertThat(waiting.offer("1")).isFalse();
    assertThat(waiting.take(1)).containsExactly("1234567");
    assertThat(waiting.size()).isEqualTo(10);
    waiting.settle();
    assertThat(waiting.size()).isEqualTo(3);
    assertThat(waiting.offer("1234567")).isTrue();
    assertThat(waiting.take(5)).containsExactly("123", "1234567");
  }
}
