package dev.attune.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatorSettingsTest {
  private static final SimulatorSettings DEFAULTS = SimulatorSettings.defaults();

  @Test
  void makesSixHundredShoppersOverAHundredAndTwentyDaysByDefault() {
    assertEquals(600, DEFAULTS.shoppers());
    assertEquals(Duration.ofDays(120), Duration.between(DEFAULTS.from(), DEFAULTS.until()));
    assertEquals(0, DEFAULTS.treatmentLift());
  }

  @Test
  void refusesNobody() {
    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withShoppers(0));
  }

  @Test
  void refusesAnEndBeforeTheBeginning() {
    Instant end = DEFAULTS.from().minusSeconds(1);

    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.within(DEFAULTS.from(), end));
  }

  @Test
  void refusesALiftBeyondCertainty() {
    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withTreatmentLift(1.5));
  }
}
