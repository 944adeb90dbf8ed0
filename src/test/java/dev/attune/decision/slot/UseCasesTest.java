package dev.attune.decision.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.experiments.trial.Surface;
import dev.attune.experiments.trial.UseCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every slot is for one thing, so that what it led to is counted once. */
class UseCasesTest {
  @Test
  void everySlotHasOneUseCaseButBadgesAndTheListThatShoppersSort() {
    List<String> without = new ArrayList<>();
    for (String slot : Slots.all().keySet()) {
      long found =
          Arrays.stream(UseCase.values())
              .flatMap(one -> one.prefixes().stream())
              .filter(slot::startsWith)
              .count();
      assertThat(found).as(slot).isLessThanOrEqualTo(1);
      if (UseCase.of(slot).isEmpty()) {
        without.add(slot);
      }
    }
    assertThat(without).containsExactlyInAnyOrder("badges", "listing/sorted");
  }

  @Test
  void everyPlacementIsASurfaceOfItsOwnForExperiments() {
    for (Placement placement : Placement.values()) {
      String name = placement == Placement.EMAIL_PICKS ? "EMAIL" : placement.name();
      Surface surface = Surface.valueOf(name);
      UseCase useCase = UseCase.of("rail/" + placement).orElseThrow();
      assertThat(surface.within(useCase)).as(name).isTrue();
    }
    assertThat(Surface.RAILS.within(UseCase.HOME)).isFalse();
    assertThat(Surface.EVERYTHING.within(UseCase.HOME)).isFalse();
    assertThat(Surface.FLAG.within(UseCase.HOME)).isFalse();
  }
}
