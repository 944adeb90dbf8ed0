package dev.attune.models.backtest;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import dev.attune.models.Models;
import dev.attune.models.NextProducts;
import dev.attune.models.Scored;
import dev.attune.models.Training;
import dev.attune.models.TrainingEvent;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One training, and the questions that its models are asked afterwards. */
final class Trial {
  /** The longest list that a score looks at. */
  static final int LIST = 20;

  /** Questions that are asked once more before the clock counts, for the compiler. */
  private static final int WARM_UP = 2_000;

  private static final int TOLD_EVERY = 10_000;

  private final Consumer<String> progress;
  private final Training training;
  private final long started = System.nanoTime();
  private final Ranks ranks = new Ranks();
  private Instant last = Instant.EPOCH;

  /** One question with its true answer. */
  record Question(List<ProductId> newestFirst, ProductId truth) {}

  /** Asks the models. */
  @FunctionalInterface
  interface Asking {
    List<Scored> answer(NextProducts models, List<ProductId> newestFirst);
  }

  Trial(CatalogSnapshot catalog, Consumer<String> progress) {
    this.progress = progress;
    this.training = new Training(catalog);
  }

  void learn(String owner, Instant at, Signal.Kind kind, String product) {
    training.add(owner, at, List.of(new Signal(kind, product, 1)));
    last = at.isAfter(last) ? at : last;
  }

  void learn(TrainingEvent event) {
    training.accept(event);
    last = event.at().isAfter(last) ? event.at() : last;
  }

  /** Trains, asks, and tells how long both took; the caller adds the scores. */
  Map<String, Number> run(List<Question> questions, Asking asking) {
    progress.accept("training");
    Models models = training.finish(last);
    double seconds = (System.nanoTime() - started) / 1e9;
    progress.accept("trained: " + models.report());
    questions.stream()
        .limit(WARM_UP)
        .forEach(it -> asking.answer(models.nextProducts(), it.newestFirst()));
    for (Question question : questions) {
      long start = System.nanoTime();
      List<Scored> answer = asking.answer(models.nextProducts(), question.newestFirst());
      ranks.add(answer, question.truth(), System.nanoTime() - start);
      if (ranks.count() % TOLD_EVERY == 0) {
        progress.accept(ranks.count() + " of " + questions.size() + " asked");
      }
    }
    Map<String, Number> costs = new LinkedHashMap<>();
    costs.put("trainSeconds", rounded(seconds, 1e2));
    costs.put("queryP50Micros", rounded(ranks.micros(.5), 1));
    costs.put("queryP99Micros", rounded(ranks.micros(.99), 1));
    costs.put("peakMemoryMegabytes", peakMegabytes());
    return costs;
  }

  Ranks ranks() {
    return ranks;
  }

  static double rounded(double value, double steps) {
    return Math.round(value * steps) / steps;
  }

  /** The most that the heap held, garbage included. */
  private static long peakMegabytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        >> 20;
  }
}
