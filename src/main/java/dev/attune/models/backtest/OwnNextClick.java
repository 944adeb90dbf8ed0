package dev.attune.models.backtest;

import dev.attune.catalog.ProductId;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@link NextClick} on a shop's own log: the newest tenth of all visits is asked about, and what
 * happened before the first of them is learned from.
 */
public final class OwnNextClick {
  /** The share of visits that is learned from. */
  private static final double LEARNED = .9;

  private final OwnLog log;

  public OwnNextClick(OwnLog log) {
    this.log = log;
  }

  /**
   * @param progress is told how far it is
   * @throws AttuneException MISSING_FIELD where there are no ten visits of two products
   */
  public Scores run(Consumer<String> progress) {
    ProductOrdinals products = new ProductOrdinals(log.catalog());
    List<Instant> starts = new ArrayList<>();
    OwnVisits counted = new OwnVisits(products, visit -> starts.add(visit.start()));
    log.each(counted::add);
    counted.end();
    int learned = (int) (starts.size() * LEARNED);
    if (learned == 0 || learned == starts.size()) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD,
          "log",
          "This log has no ten visits of two products of the catalog; there is nothing to ask");
    }
    Collections.sort(starts);
    Instant cut = starts.get(learned);
    progress.accept(
        "%d products, %d visits, asked from %s on".formatted(products.size(), starts.size(), cut));
    Trial trial = new Trial(log.catalog(), progress);
    List<Trial.Question> questions = new ArrayList<>();
    OwnVisits asked = new OwnVisits(products, visit -> ask(visit, cut, questions));
    log.each(
        event -> {
          if (event.at().isBefore(cut)) {
            trial.learn(event);
          }
          asked.add(event);
        });
    asked.end();
    return NextClick.scores(trial, questions);
  }

  private static void ask(OwnVisits.Visit visit, Instant cut, List<Trial.Question> questions) {
    if (visit.start().isBefore(cut)) {
      return;
    }
    List<ProductId> newestFirst = new ArrayList<>();
    for (ProductId product : visit.products()) {
      if (!newestFirst.isEmpty()) {
        questions.add(new Trial.Question(List.copyOf(newestFirst), product));
      }
      newestFirst.add(0, product);
    }
  }
}
