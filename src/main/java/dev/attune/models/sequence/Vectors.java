package dev.attune.models.sequence;

import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.SharedTerms;
import dev.attune.models.compact.SparseRows;
import dev.attune.models.counts.Learned;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is known of products as vectors. Learning them is most of a training, so they serve later
 * trainings, too, as long as there is little more to learn from and hardly a product is another.
 *
 * @param factors learned from what followed what
 * @param terms what each product says of itself
 * @param touches how many were learned from
 * @param learned when
 * @param changed products that have come, gone or say something else since
 */
public record Vectors(
    Factors factors, SparseRows terms, long touches, Instant learned, long changed) {
  public static final Vectors NONE =
      new Vectors(Factors.NONE, SparseRows.NONE, 0, Instant.EPOCH, 0);

  /** A log that has grown by this share since is worth learning from again. */
  private static final double GROWTH = .1;

  /** So is a catalog of which this share is another, a stated guess ... */
  private static final double CHANGE = .01;

  /** ... or anything, for so long: until then a new product is found by what it says of itself. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  public static Vectors learn(Learned learned, ProductOrdinals products, FactorSettings settings) {
    if (learned.extent().touches() == 0) {
      return NONE;
    }
    SharedTerms said = SharedTerms.of(products);
    int[][] histories = learned.sample().items();
    return new Vectors(
        new FactorTraining(settings, histories, said.of(), said.count()).run(),
        said.vectors(),
        learned.extent().touches(),
        learned.cut(),
        0);
  }

  /** Whether anything is known; a shop without events has no vectors. */
  public boolean known() {
    return touches > 0;
  }

  /**
   * These for the products of another catalog.
   *
   * @param before the products that these are of
   * @param learning what a training has learned of that catalog
   */
  public Optional<Vectors> in(ProductOrdinals before, ProductOrdinals now, Learned learning) {
    if (!known() || Math.abs(learning.extent().touches() - touches) > GROWTH * touches) {
      return Optional.empty();
    }
    int[] numbers = now.numbersIn(before);
    int same = (int) Arrays.stream(numbers).filter(number -> number >= 0).count();
    if (same == now.size() && same == before.size()) {
      return changed == 0 || isFresh(learning) ? Optional.of(this) : Optional.empty();
    }
    long other = changed + Math.max(now.size(), before.size()) - same;
    return other <= CHANGE * now.size() && isFresh(learning)
        ? Optional.of(
            new Vectors(
                factors.renumbered(numbers),
                SharedTerms.of(now).vectors(),
                touches,
                learned,
                other))
        : Optional.empty();
  }

  private boolean isFresh(Learned learning) {
    return Duration.between(learned, learning.cut()).compareTo(PATIENCE) < 0;
  }
}
