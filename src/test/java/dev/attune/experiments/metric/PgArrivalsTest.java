package dev.attune.experiments.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.experiments.statistics.Moments;
import org.junit.jupiter.api.Test;

class PgArrivalsTest {
  private static final Moments BUYERS = Moments.of(8, 0, 0).merge(Moments.of(4, 0, 0));

  @Test
  void whoToldNoMarketIsSpreadLikeWhoDidAndDidNothing() {
    Baseline baseline = new PgArrivals(112, 28, 14).baseline(BUYERS);

    assertThat(baseline.shoppersADay()).isCloseTo(2, within(1e-9));
    assertThat(baseline.marketsTold()).isEqualTo(.25);
    Moments shoppers = baseline.shoppers();
    assertThat(shoppers).isNotNull();
    assertThat(shoppers.units()).isEqualTo(8);
    assertThat(shoppers.means().value()).isCloseTo(1.5, within(1e-9));
    assertThat(shoppers.squares().value()).isCloseTo(62, within(1e-9));
  }

  @Test
  void whereNobodyToldAMarketEverybodyCounts() {
    assertThat(new PgArrivals(56, 0, 0).baseline(BUYERS)).isEqualTo(new Baseline(2, 0, BUYERS));
  }
}
