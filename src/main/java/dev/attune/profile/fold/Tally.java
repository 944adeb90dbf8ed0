package dev.attune.profile.fold;

/**
 * How much of one thing was signalled within a session.
 *
 * @param quantity the sum, at least 1; sums that do not fit stay at the largest number, which keeps
 *     addition commutative and associative
 * @param last when last, epoch milliseconds
 */
public record Tally(long quantity, long last) {

  Tally plus(Tally other) {
    long sum = quantity + other.quantity;
    return new Tally(sum < 0 ? Long.MAX_VALUE : sum, Math.max(last, other.last));
  }
}
