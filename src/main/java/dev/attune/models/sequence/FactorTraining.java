package dev.attune.models.sequence;

import dev.attune.platform.work.Aside;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;

/**
 * Learns {@link Factors}: after each product of a history, the next one against all others, the
 * softmax estimated from a sample of them that is corrected for how likely each was drawn (Bengio,
 * Senécal, 2003; Yi et al., RecSys 2019). The same result on any number of cores.
 */
public final class FactorTraining {
  private final FactorSettings settings;
  private final int[][] histories;
  private final int[][] terms;
  private final int[] counts;
  private final Random random;
  private final Embedding sources;
  private final Embedding targets;
  private final float[] biases;
  private final float[] biasSquares;
  private final Negatives negatives;

  /**
   * @param histories product numbers in the order of time, one array for each shopper or visit
   * @param terms of each product, shared with others
   * @param termCount how many different terms there are
   */
  public FactorTraining(FactorSettings settings, int[][] histories, int[][] terms, int termCount) {
    this.settings = settings;
    this.histories = histories;
    this.terms = terms;
    this.counts = new int[terms.length];
    for (int[] history : histories) {
      for (int item : history) {
        counts[item]++;
      }
    }
    this.random = new Random(settings.seed());
    this.sources = new Embedding(terms, termCount, settings.dims(), random);
    this.targets = new Embedding(terms, termCount, settings.dims(), random);
    this.biases = new float[terms.length];
    this.biasSquares = new float[terms.length];
    for (int item = 0; item < counts.length; item++) {
      biases[item] = (float) (.5 * Math.log(1 + counts[item]));
    }
    Arrays.fill(biasSquares, 1e-6f);
    this.negatives = new Negatives(counts, settings, random);
  }

  public Factors run() {
    Examples examples = new Examples(histories);
    if (examples.size() == 0) {
      return Factors.NONE;
    }
    Batch batch = new Batch(settings, counts.length);
    int left = Math.min(settings.examples(), settings.epochs() * examples.size());
    while (left > 0) {
      examples.shuffle(random);
      int now = Math.min(left, examples.size());
      for (int from = 0; from < now; from += settings.batch()) {
        step(batch, examples, from, Math.min(settings.batch(), now - from));
        Aside.step();
      }
      left -= now;
    }
    return Factors.of(settings, sources.all(), targets.all(), biases, counts, known());
  }

  /** Touched products, and those that say mostly what touched ones say as well. */
  private BitSet known() {
    BitSet known = new BitSet();
    BitSet learned = new BitSet();
    for (int item = 0; item < counts.length; item++) {
      if (counts[item] > 0) {
        known.set(item);
        Arrays.stream(terms[item]).forEach(learned::set);
      }
    }
    for (int item = 0; item < counts.length; item++) {
      long said = Arrays.stream(terms[item]).filter(learned::get).count();
      if (said > 0 && 2 * said >= terms[item].length) {
        known.set(item);
      }
    }
    return known;
  }

  private void step(Batch batch, Examples examples, int from, int size) {
    batch.begin(examples, from, size);
    negatives.drawInto(batch);
    batch.compute(sources, targets, biases, negatives);
    Batch.both(() -> learnAnswers(batch), () -> learnCauses(batch));
  }

  private void learnCauses(Batch batch) {
    batch.blameCauses();
    sources.learn(batch.causes, settings.rate(), settings.decay() * settings.batch());
  }

  private void learnAnswers(Batch batch) {
    batch.blameAnswers();
    targets.learn(batch.answers, settings.rate(), settings.decay() * settings.batch());
    for (int j = 0; j < batch.answers.size; j++) {
      int item = batch.answers.items[j];
      float slope = batch.biasGradient(j);
      biasSquares[item] += slope * slope;
      biases[item] -= settings.rate() * slope / (float) Math.sqrt(biasSquares[item]);
    }
  }
}
