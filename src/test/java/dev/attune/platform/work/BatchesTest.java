package dev.attune.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  @Test
  void oneFollowsTheOtherHoweverManyThereAre() {
    List<Long> seen = new ArrayList<>();
    long sum =
        Batches.<Long>unhurried(
                () -> LongStream.range(0, 5_000).iterator(),
                part -> Uni.createFrom().item(part).invoke(seen::add))
            .await()
            .atMost(Duration.ofSeconds(60));
    assertThat(sum).isEqualTo(12_497_500);
    assertThat(seen).hasSize(5_000).isSorted();
  }
}
