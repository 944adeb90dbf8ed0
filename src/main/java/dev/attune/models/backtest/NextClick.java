package dev.attune.models.backtest;

import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The next click of a visit is to be found among all products, those of the visit included. The
 * files know no time: visits are taken to be in its order, one a minute.
 */
public final class NextClick {
  private static final Instant FIRST_VISIT = Instant.parse("2016-01-01T00:00:00Z");
  private static final Duration BETWEEN_VISITS = Duration.ofMinutes(1);

  private final Path train;
  private final Path test;

  /**
   * @param train one visit a line, products separated by spaces
   * @param test the beginning of a visit a line, then a tab and the next product
   */
  public NextClick(Path train, Path test) {
    this.train = train;
    this.test = test;
  }

  /**
   * @param progress is told how far it is
   * @throws dev.attune.platform.error.AttuneException when a file is not as described
   */
  public Scores run(Consumer<String> progress) {
    List<List<String>> visits = new ArrayList<>();
    Map<String, List<String>> words = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    new TextFile(train).each((number, line) -> visits.add(clicks(line, names)));
    List<Trial.Question> questions = questions();
    if (visits.isEmpty() || questions.isEmpty()) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD,
          visits.isEmpty() ? "train" : "test",
          "There are no lines in " + (visits.isEmpty() ? train : test));
    }
    names.keySet().forEach(product -> words.put(product, List.of()));
    progress.accept(words.size() + " products, " + visits.size() + " visits");
    Trial trial = new Trial(PlainShop.of(words), progress);
    Instant start = FIRST_VISIT;
    for (int i = 0; i < visits.size(); i++) {
      Instant at = start;
      for (String product : visits.get(i)) {
        trial.learn("visit" + i, at, Signal.Kind.VIEW, product);
        at = at.plusSeconds(1);
      }
      start = start.plus(BETWEEN_VISITS);
    }
    return scores(trial, questions);
  }

  /** Trains, asks, and scores what was answered. */
  static Scores scores(Trial trial, List<Trial.Question> questions) {
    Map<String, Number> costs =
        trial.run(questions, (models, visit) -> models.inVisit(visit, true, Trial.LIST));
    Map<String, Number> values = new LinkedHashMap<>();
    values.put("p@20", Trial.rounded(100 * trial.ranks().hitRate(Trial.LIST), 1e3));
    values.put("mrr@20", Trial.rounded(100 * trial.ranks().reciprocal(Trial.LIST), 1e3));
    values.put("queries", questions.size());
    values.putAll(costs);
    return new Scores(values);
  }

  /** One string for each product, however often it comes. */
  private static List<String> clicks(String line, Map<String, String> names) {
    return Arrays.stream(line.strip().split("\\s+"))
        .map(name -> names.computeIfAbsent(name, it -> it))
        .toList();
  }

  private List<Trial.Question> questions() {
    List<Trial.Question> questions = new ArrayList<>();
    TextFile file = new TextFile(test);
    file.each(
        (number, line) -> {
          String[] cells = line.split("\t", -1);
          if (cells.length != 2 || cells[0].isBlank() || cells[1].isBlank()) {
            throw file.wrong(number, "products, a tab, and the next product");
          }
          List<ProductId> visit = new ArrayList<>();
          for (String product : cells[0].strip().split("\\s+")) {
            visit.add(new ProductId(product));
          }
          Collections.reverse(visit);
          questions.add(new Trial.Question(visit, new ProductId(cells[1].strip())));
        });
    return questions;
  }
}
