package dev.attune.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * How many come, when, and how they behave.
 *
 * @param seed all randomness comes from it
 * @param shoppers people, bots not counted
 * @param from no event happens before; midnight UTC, so that the hours of the day are right
 * @param until no event happens at or after; late ones may still arrive after
 * @param botShare bots for each shopper, 0 to 1
 * @param deniedShare share of people who deny consent, 0 to 1
 * @param sharedDeviceShare share of people who use the device of another, 0 to 1
 * @param silentDeviceShare share of people with a second device that never signs in, 0 to 1
 * @param mailRhythm time between two mails to people who registered
 * @param positionBias exponent eta: position r of a list is looked at with probability 1/r^eta
 * @param priceSensitivitySpread how far people differ: sensitivity lies within e^-spread and
 *     e^spread, mostly near 1
 * @param visitsPerMonth mean visits of a shopper in 30 days once they have found the shop; half of
 *     them come less than 0.7 times as often
 * @param duplicateShare share of events that are delivered twice, 0 to 1
 * @param lateShare share of events that are delivered up to 36 hours late, 0 to 1
 * @param treatmentLift relative change of the treated half's probability to order; 0.1 is +10 %; an
 *     experiment is only announced when it is not 0
 */
public record SimulatorSettings(
    long seed,
    int shoppers,
    Instant from,
    Instant until,
    double botShare,
    double deniedShare,
    double sharedDeviceShare,
    double silentDeviceShare,
    Duration mailRhythm,
    double positionBias,
    double priceSensitivitySpread,
    double visitsPerMonth,
    double duplicateShare,
    double lateShare,
    double treatmentLift) {
  private static final Instant DEFAULT_FROM = Instant.parse("2026-01-05T00:00:00Z");

  public SimulatorSettings {
    require(shoppers > 0, "shoppers", shoppers);
    require(from.isBefore(until), "until", until);
    requireShare(botShare, "botShare");
    requireShare(deniedShare, "deniedShare");
    requireShare(sharedDeviceShare, "sharedDeviceShare");
    requireShare(silentDeviceShare, "silentDeviceShare");
    require(mailRhythm.compareTo(Duration.ofDays(1)) >= 0, "mailRhythm", mailRhythm);
    require(positionBias >= 0 && positionBias <= 3, "positionBias", positionBias);
    require(
        priceSensitivitySpread >= 0 && priceSensitivitySpread <= 3,
        "priceSensitivitySpread",
        priceSensitivitySpread);
    require(visitsPerMonth > 0 && visitsPerMonth <= 15, "visitsPerMonth", visitsPerMonth);
    requireShare(duplicateShare, "duplicateShare");
    requireShare(lateShare, "lateShare");
    require(treatmentLift >= -1 && treatmentLift <= 1, "treatmentLift", treatmentLift);
  }

  /** 600 shoppers over 120 days from 5 January 2026. */
  public static SimulatorSettings defaults() {
    return new SimulatorSettings(
        1,
        600,
        DEFAULT_FROM,
        DEFAULT_FROM.plus(Duration.ofDays(120)),
        0.02,
        0.12,
        0.06,
        0.25,
        Duration.ofDays(7),
        0.8,
        0.8,
        1.5,
        0.015,
        0.02,
        0);
  }

  /** These settings with another seed. */
  public SimulatorSettings withSeed(long other) {
    return changed(other, shoppers, from, until, treatmentLift);
  }

  /** These settings with another number of people. */
  public SimulatorSettings withShoppers(int other) {
    return changed(seed, other, from, until, treatmentLift);
  }

  /** These settings for another time: from the first instant to before the second. */
  public SimulatorSettings within(Instant first, Instant end) {
    return changed(seed, shoppers, first, end, treatmentLift);
  }

  /** These settings with another relative lift of the treated half. */
  public SimulatorSettings withTreatmentLift(double other) {
    return changed(seed, shoppers, from, until, other);
  }

  private SimulatorSettings changed(long s, int people, Instant first, Instant end, double lift) {
    return new SimulatorSettings(
        s,
        people,
        first,
        end,
        botShare,
        deniedShare,
        sharedDeviceShare,
        silentDeviceShare,
        mailRhythm,
        positionBias,
        priceSensitivitySpread,
        visitsPerMonth,
        duplicateShare,
        lateShare,
        lift);
  }

  private static void requireShare(double share, String name) {
    require(share >= 0 && share <= 1, name, share);
  }

  private static void require(boolean holds, String name, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " out of range: " + value);
    }
  }
}
