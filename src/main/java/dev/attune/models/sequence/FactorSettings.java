package dev.attune.models.sequence;

/**
 * How vectors are learned; docs/decisions/009-what-comes-next.md says what each value brought.
 *
 * @param dims of a vector, a multiple of four
 * @param longest products of a history that speak, the newest ones
 * @param newest what the newest of them counts
 * @param older what an older one counts of the next newer
 * @param epochs passes over the log at most
 * @param examples that are learned from in all passes together, at most
 * @param batch examples that share a step
 * @param negatives products drawn as wrong answers for each batch, beside its right ones
 * @param popularity exponent of a product's count in how likely it is drawn
 * @param rate of learning
 * @param decay of the vectors towards 0, for each example
 * @param scanned products that are looked through for an answer, the most touched
 * @param seed of everything random
 */
public record FactorSettings(
    int dims,
    int longest,
    float newest,
    float older,
    int epochs,
    int examples,
    int batch,
    int negatives,
    double popularity,
    float rate,
    float decay,
    int scanned,
    long seed) {
  public static final FactorSettings DEFAULT =
      new FactorSettings(64, 10, .3f, .7f, 4, 1_500_000, 64, 128, .5, .1f, 1e-5f, 16_384, 1);

  /** What the history's {@code place}th product counts, the newest being 0. */
  float weight(int place) {
    return newest * (float) Math.pow(older, place);
  }
}
