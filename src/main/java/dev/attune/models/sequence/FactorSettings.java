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
      new FactorSettings(32, 10, .4f, .7f, 4, 600_000, 64, 128, .5, .1f, 1e-5f, 16_384, 1);

  /** What each product of a history counts, the newest first. */
  float[] weights() {
    float[] weights = new float[longest];
    for (int i = 0; i < longest; i++) {
      weights[i] = newest * (float) Math.pow(older, i);
    }
    return weights;
  }
}
