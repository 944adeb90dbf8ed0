package dev.attune.experiments.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.experiments.assignment.BucketRange;
import dev.attune.experiments.assignment.Ramp;
import dev.attune.experiments.store.Definition.Costs;
import dev.attune.experiments.store.Definition.Kind;
import dev.attune.experiments.store.Definition.Life;
import dev.attune.experiments.store.Definition.Measuring;
import dev.attune.experiments.store.Definition.Scope;
import dev.attune.experiments.store.Definition.State;
import dev.attune.experiments.trial.Arm;
import dev.attune.experiments.trial.Surface;
import dev.attune.experiments.trial.Treatment;
import dev.attune.experiments.trial.Yardstick;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionJsonTest {
  private static Definition of(List<String> segments) {
    return new Definition(
        "one",
        "A test",
        new Scope(
            Kind.TEST,
            List.of(Surface.SEARCH),
            "of one",
            new BucketRange(0, 10_000),
            List.of("DE"),
            segments),
        List.of(
            new Arm("a", 1, Treatment.CONTROL, Map.of()),
            new Arm("b", 1, Treatment.TUNED, Map.of("MARGIN", .5))),
        new Measuring(Yardstick.REVENUE, "EUR", 1_000, 7, .01, .02, .01),
        new Costs(100, 20),
        new Life(
            State.RUNNING,
            new Ramp(List.of(1_000, 10_000), 0),
            Instant.parse("2026-01-02T03:04:05Z"),
            null,
            null,
            50_000L),
        3);
  }

  @Test
  void whatWasWrittenComesBackTheSame() {
    Definition definition = of(List.of("lovers"));
    assertThat(DefinitionJson.read(DefinitionJson.write(definition))).isEqualTo(definition);
  }

  @Test
  void aDefinitionOfAnEarlierReleaseIsForEverybody() {
    String earlier = DefinitionJson.write(of(List.of())).replace(",\"segments\":[]", "");
    assertThat(earlier).doesNotContain("segments");
    assertThat(DefinitionJson.read(earlier)).isEqualTo(of(List.of()));
  }
}
