package dev.attune.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.hipparchus.analysis.integration.RombergIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden values: SciPy 1.17's Lambert W, and mpmath's integral of the mixture at 40 digits. */
class MixtureTest {
  private static final Mixture TUNED = Mixture.tunedFor(.05, 10_000);

  @ParameterizedTest
  @CsvSource({".05,9.211968062068253", ".01,12.756371222495419", ".1,7.638352067993812"})
  void theNarrowestWidthIsLambertsW(double alpha, double squared) {
    assertThat(Mixture.narrowest(alpha)).isCloseTo(squared, offset(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "500,4.665334403811493",
    "2500,3.2510996806928136",
    "10000,3.0351224130285512",
    "40000,3.130967718993168"
  })
  void theBoundaryIsThatOfThePaper(long units, double standardErrors) {
    assertThat(TUNED.twoSided(units)).isCloseTo(standardErrors, offset(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"500,4.505182245595545", "10000,2.7785153234980133"})
  void theOneSidedBoundaryIsThatOfThePaper(long units, double standardErrors) {
    assertThat(Mixture.oneSidedTunedFor(.05, 10_000).oneSided(units))
        .isCloseTo(standardErrors, offset(1e-12));
  }

  @Test
  void isNarrowestWhereItIsTuned() {
    double planned = TUNED.twoSided(10_000);
    for (long units : new long[] {100, 5_000, 9_000, 11_000, 20_000, 1_000_000}) {
      assertThat(TUNED.twoSided(units)).isGreaterThan(planned);
    }
  }

  @ParameterizedTest
  @CsvSource({"3.2,10000,3.4539495287702569", "0.5,2500,-0.47400449073340324"})
  void theEvidenceIsTheMixturesLikelihoodRatio(double z, long units, double golden) {
    double mixed =
        new RombergIntegrator(1e-9, 1e-9, 5, 30)
            .integrate(10_000_000, effect -> ratio(effect, z, units), -.25, .25);
    assertThat(TUNED.logEvidence(z, units)).isCloseTo(golden, offset(1e-12));
    assertThat(TUNED.logEvidence(z, units)).isCloseTo(Math.log(mixed), offset(1e-6));
  }

  /** Likelihood ratio of n normal values of variance 1, times the mixture's density. */
  private static double ratio(double effect, double z, long n) {
    double rhoSquared = TUNED.rhoSquared();
    double likelihood = Math.exp(effect * z * Math.sqrt(n) - effect * effect * n / 2);
    double density = Math.exp(-effect * effect / (2 * rhoSquared));
    return likelihood * density / Math.sqrt(2 * Math.PI * rhoSquared);
  }

  @ParameterizedTest
  @CsvSource({"200", "10000", "3000000"})
  void theIntervalTouchesZeroExactlyWhereThePValueIsAlpha(long units) {
    double z = TUNED.twoSided(units);
    assertThat(Mixture.pValue(TUNED.logEvidence(z, units))).isCloseTo(.05, offset(1e-12));
    Contrast touching = new Contrast(z, 1, units);
    assertThat(touching.interval(TUNED).lower()).isCloseTo(0, offset(1e-12));
  }

  @Test
  void saysNothingWithoutUnitsAndRefusesNonsense() {
    assertThat(TUNED.twoSided(0)).isInfinite();
    assertThat(Mixture.pValue(TUNED.logEvidence(0, 0))).isEqualTo(1);
    assertThatThrownBy(() -> Mixture.tunedFor(0, 10)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Mixture(.05, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
